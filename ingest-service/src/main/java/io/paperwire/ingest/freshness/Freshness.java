package io.paperwire.ingest.freshness;

/** How fresh a source is, the better first. */
public enum Freshness {
  /** What was to be expected has come. */
  FRESH,
  /** Nothing was to be expected. */
  QUIET,
  /** Something was to be expected and has not come. */
  LATE,
  /** The source cannot be read. */
  BROKEN
}
