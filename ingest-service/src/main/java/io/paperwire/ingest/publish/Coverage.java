package io.paperwire.ingest.publish;

/**
 * How much of a source is known.
 *
 * @param announced papers that were announced since this instance took the source over
 * @param seen papers that are known from the source
 */
public record Coverage(long announced, long seen) {

  /** Of a source that is not read here. */
  public static final Coverage NONE = new Coverage(0, 0);
}
