package io.paperwire.tagging.kind;

import java.util.Locale;

/** What kind of contribution a paper makes. When cues weigh the same, the earlier kind stands. */
public enum PaperKind {
  /** Reviews what others did: survey, systematic review, tutorial, overview. */
  SURVEY,
  /** Argues for something: position paper, perspective, essay. */
  POSITION,
  /** Gives a way to measure and compare. */
  BENCHMARK,
  /** Gives data. */
  DATASET,
  /** Proves something. */
  THEORY,
  /** Gives software, or tells how something was built and runs. */
  SYSTEM,
  /** Proposes or studies a method; every paper that is none of the others. */
  METHOD;

  /** The kind in small letters, as it is written in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
