package io.paperwire.ingest.submission;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What became of a request.
 *
 * @param accepted how many items were published
 * @param unchanged how many said nothing new
 * @param rejected how many could not be read
 * @param items each of them
 */
@Serdeable
public record SubmissionAnswer(
    long accepted, long unchanged, long rejected, List<ItemOutcome> items) {

  static SubmissionAnswer of(List<ItemOutcome> items) {
    long accepted = items.stream().filter(ItemOutcome::isAccepted).count();
    long rejected = items.stream().filter(ItemOutcome::isRejected).count();
    return new SubmissionAnswer(accepted, items.size() - accepted - rejected, rejected, items);
  }
}
