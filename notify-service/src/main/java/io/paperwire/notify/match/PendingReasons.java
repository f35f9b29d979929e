package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.Reason;
import io.paperwire.notify.state.PendingPaper;
import io.paperwire.notify.state.PendingReason;
import io.paperwire.notify.state.PendingReasonKind;
import io.paperwire.schemas.ReasonKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes reasons down where a paper waits, reads them back, and tells them in a digest. Both keep
 * the strongest reasons, and of each the beginning: a subscriber may have a hundred interests of
 * four thousand characters that all match, and what is written has to fit into a record.
 */
final class PendingReasons {

  private static final int MOST_REASONS = 50;

  /** More than a mail shows; the ids of Paperwire's own web pages are shorter. */
  private static final int LONGEST_TEXT = 200;

  private PendingReasons() {}

  static PendingPaper pending(Match match) {
    return new PendingPaper(strongest(match).map(PendingReasons::written).toList());
  }

  static Match match(String subscriberId, PendingPaper pending) {
    return new Match(
        subscriberId, pending.getReasons().stream().map(PendingReasons::read).toList());
  }

  /** The reasons as a digest tells them. */
  static List<io.paperwire.schemas.Reason> told(Match match) {
    return strongest(match).map(PendingReasons::told).toList();
  }

  private static Stream<Reason> strongest(Match match) {
    return match.reasons().stream()
        .limit(MOST_REASONS)
        .map(
            reason ->
                new Reason(
                    reason.kind(),
                    Cut.to(LONGEST_TEXT, reason.interestId()),
                    Cut.to(LONGEST_TEXT, reason.interest()),
                    Cut.to(LONGEST_TEXT, reason.evidence()),
                    reason.score()));
  }

  private static io.paperwire.schemas.Reason told(Reason reason) {
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
