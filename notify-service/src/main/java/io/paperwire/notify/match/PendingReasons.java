package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.Reason;
import io.paperwire.notify.state.PendingPaper;
import io.paperwire.notify.state.PendingReason;
import io.paperwire.notify.state.PendingReasonKind;
import io.paperwire.schemas.ReasonKind;
import java.time.Instant;

/** Writes reasons down where a paper waits, and reads them back into a digest. */
final class PendingReasons {

  private PendingReasons() {}

  static PendingPaper pending(Match match, Instant matchedAt) {
    return new PendingPaper(
        matchedAt, match.score(), match.reasons().stream().map(PendingReasons::written).toList());
  }

  static io.paperwire.schemas.Reason told(PendingReason reason) {
    return new io.paperwire.schemas.Reason(
        kind(reason.getKind()),
        reason.getInterestId(),
        reason.getInterest(),
        reason.getEvidence(),
        reason.getScore());
  }

  private static PendingReason written(Reason reason) {
    return new PendingReason(
        kind(reason.kind()),
        reason.interestId(),
        reason.interest(),
        reason.evidence(),
        reason.score());
  }

  private static PendingReasonKind kind(Reason.Kind kind) {
    return switch (kind) {
      case TOPIC -> PendingReasonKind.TOPIC;
      case PHRASE -> PendingReasonKind.PHRASE;
      case AUTHOR -> PendingReasonKind.AUTHOR;
      case QUERY -> PendingReasonKind.QUERY;
    };
  }

  private static ReasonKind kind(PendingReasonKind kind) {
    return switch (kind) {
      case TOPIC -> ReasonKind.TOPIC;
      case PHRASE -> ReasonKind.PHRASE;
      case AUTHOR -> ReasonKind.AUTHOR;
      case QUERY -> ReasonKind.QUERY;
    };
  }
}
