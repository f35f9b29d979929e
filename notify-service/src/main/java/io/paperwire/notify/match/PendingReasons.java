package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.Reason;
import io.paperwire.notify.state.PendingPaper;
import io.paperwire.notify.state.PendingReason;
import io.paperwire.notify.state.PendingReasonKind;
import io.paperwire.schemas.ReasonKind;

/** Writes reasons down where a paper waits, reads them back, and tells them in a digest. */
final class PendingReasons {

  private PendingReasons() {}

  static PendingPaper pending(Match match) {
    return new PendingPaper(match.reasons().stream().map(PendingReasons::written).toList());
  }

  static Match match(String subscriberId, PendingPaper pending) {
    return new Match(
        subscriberId, pending.getReasons().stream().map(PendingReasons::read).toList());
  }

  static io.paperwire.schemas.Reason told(Reason reason) {
    return new io.paperwire.schemas.Reason(
        toldKind(reason.kind()),
        reason.interestId(),
        reason.interest(),
        reason.evidence(),
        reason.score());
  }

  private static Reason read(PendingReason reason) {
    return new Reason(
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
      case LIKE -> PendingReasonKind.LIKE;
    };
  }

  private static Reason.Kind kind(PendingReasonKind kind) {
    return switch (kind) {
      case TOPIC -> Reason.Kind.TOPIC;
      case PHRASE -> Reason.Kind.PHRASE;
      case AUTHOR -> Reason.Kind.AUTHOR;
      case QUERY -> Reason.Kind.QUERY;
      case LIKE -> Reason.Kind.LIKE;
    };
  }

  private static ReasonKind toldKind(Reason.Kind kind) {
    return switch (kind) {
      case TOPIC -> ReasonKind.TOPIC;
      case PHRASE -> ReasonKind.PHRASE;
      case AUTHOR -> ReasonKind.AUTHOR;
      case QUERY -> ReasonKind.QUERY;
      case LIKE -> ReasonKind.LIKE;
    };
  }
}
