package io.paperwire.notify.web.outbox;

import io.paperwire.streams.Outage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A row that can never be told, however often it is tried.
 *
 * @param row the row
 * @param why without anything that the row says
 */
record Hopeless(OutboxRow row, String why) {

  /**
   * Finds the row for which a transaction failed.
   *
   * @param rows what it was to tell
   * @param sent what became of the first of them, as far as they were sent
   * @param failure that of the transaction
   * @return nothing if it failed for another reason, such as a broker that is away
   */
  static Optional<Hopeless> among(
      List<OutboxRow> rows, List<? extends Future<?>> sent, KafkaException failure) {
    for (int i = 0; i < sent.size(); i++) {
      Optional<String> why = failure(sent.get(i)).flatMap(Hopeless::why);
      if (why.isPresent()) {
        return Optional.of(new Hopeless(rows.get(i), why.get()));
      }
    }
    // The one that could not even be sent.
    return sent.size() < rows.size()
        ? why(failure).map(why -> new Hopeless(rows.get(sent.size()), why))
        : Optional.empty();
  }

  private static Optional<Throwable> failure(Future<?> sent) {
    return sent.state() == Future.State.FAILED
        ? Optional.of(sent.exceptionNow())
        : Optional.empty();
  }

  private static Optional<String> why(Throwable failure) {
    return switch (failure) {
      case RecordTooLargeException tooLarge -> Optional.of(tooLarge.toString());
      case SerializationException _ when !Outage.keptFromProcessing(failure) ->
          Optional.of(
              Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                  .map(cause -> cause.getClass().getName())
                  .reduce("", (outer, cause) -> outer.isEmpty() ? cause : outer + " for " + cause));
      default -> Optional.empty();
    };
  }
}
