package io.paperwire.standalone.cli;

import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.interest.Clause.Kind;
import java.util.Optional;

/** What ingest would tell of a paper that it meets for the first time. */
final class FirstNews {

  private FirstNews() {}

  /** What happened to the paper, if anything did. */
  static Optional<Kind> of(SourceRecord paper) {
    return switch (Judgement.of(paper, Optional.empty()).verdict()) {
      case ANNOUNCED -> Optional.of(Kind.ANNOUNCED);
      case REVISED -> Optional.of(Kind.REVISED);
      case CROSS_LISTED -> Optional.of(Kind.CROSS_LISTED);
      case PUBLISHED -> Optional.of(Kind.PUBLISHED);
      case WITHDRAWN -> Optional.of(Kind.WITHDRAWN);
      case CORRECTED, UNCHANGED -> Optional.empty();
    };
  }
}
