package io.paperwire.ingest.judgement;

/** What a statement means for the paper. */
public enum Verdict {
  /** The paper is new. */
  ANNOUNCED,
  /** Its title, its abstract or its version has changed, or it is no longer withdrawn. */
  REVISED,
  /** Something else is said of it than before, such as iDs, a comment or a licence: no news. */
  CORRECTED,
  /** An older paper was put into further categories. */
  CROSS_LISTED,
  /** The authors withdrew the paper. */
  WITHDRAWN,
  /** The paper was published elsewhere. */
  PUBLISHED,
  /** Nothing that was not known. */
  UNCHANGED
}
