package io.paperwire.ingest.submission;

import io.micronaut.serde.annotation.Serdeable;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.publish.Outcome;
import io.paperwire.ingest.record.Fault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a request.
 *
 * @param item its place, from 1: the line of newline-delimited JSON, else the place in the array
 * @param outcome {@code accepted}, {@code unchanged} or {@code rejected}
 * @param id the paper's canonical id, unless rejected
 * @param event what was published, if accepted: {@code announced}, {@code revised}, {@code signal}
 *     and so on
 * @param fault what kind of fault it is, if rejected
 * @param reason what is wrong, if rejected
 */
@Serdeable
public record ItemOutcome(
    int item,
    String outcome,
    @Nullable String id,
    @Nullable String event,
    @Nullable String fault,
    @Nullable String reason) {

  private static final String ACCEPTED = "accepted";
  private static final String UNCHANGED = "unchanged";
  private static final String REJECTED = "rejected";

  static ItemOutcome paper(int item, String id, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Judged(Verdict verdict) when verdict == Verdict.UNCHANGED ->
          new ItemOutcome(item, UNCHANGED, id, null, null, null);
      case Outcome.Judged(Verdict verdict) ->
          new ItemOutcome(item, ACCEPTED, id, label(verdict), null, null);
      case Outcome.Refused(Fault fault, String reason) -> rejected(item, fault, reason);
    };
  }

  static ItemOutcome signal(int item, String id, boolean isNew) {
    return isNew
        ? new ItemOutcome(item, ACCEPTED, id, "signal", null, null)
        : new ItemOutcome(item, UNCHANGED, id, null, null, null);
  }

  static ItemOutcome rejected(int item, Fault fault, String reason) {
    return new ItemOutcome(item, REJECTED, null, null, fault.label(), reason);
  }

  boolean isAccepted() {
    return outcome.equals(ACCEPTED);
  }

  boolean isRejected() {
    return outcome.equals(REJECTED);
  }

  private static String label(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
