package io.paperwire.ingest.judgement;

/** What a statement means for the paper. */
public enum Verdict {
  /** The paper is new. */
  ANNOUNCED,
  /** The paper, or what is said of it, has changed. */
  REVISED,
  /** An older paper was put into further categories. */
  CROSS_LISTED,
  /** The authors withdrew the paper. */
  WITHDRAWN,
  /** The paper was published elsewhere. */
  PUBLISHED,
  /** Nothing that was not known. */
  UNCHANGED
}
