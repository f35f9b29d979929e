package io.paperwire.notify.match;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Work of a task that has its time. It is called once for each time it was asked for, because Kafka
 * Streams commits after each punctuation, whatever it did: one that comes round for ever keeps an
 * idle service writing transactions.
 */
final class Alarm {

  /** What is scheduled stays in memory until its time, though it was cancelled. */
  private static final Duration HORIZON = Duration.ofMinutes(2);

  private static final Duration SOONEST = Duration.ofMillis(1);

  private final ProcessorContext<?, ?> context;
  private final Consumer<Instant> work;
  private @Nullable Instant at;
  private @Nullable Cancellable punctuation;

  /**
   * An alarm that is not set.
   *
   * @param work called with the time
   */
  Alarm(ProcessorContext<?, ?> context, Consumer<Instant> work) {
    this.context = context;
    this.work = work;
  }

  /**
   * Has the work called at a moment, or before it if that was asked for. A moment more than two
   * minutes away is not kept and wants to be asked for again.
   */
  void setBy(Instant moment, Instant now) {
    boolean comesBefore = at != null && !at.isAfter(moment);
    if (comesBefore || moment.isAfter(now.plus(HORIZON))) {
      return;
    }
    cancel();
    at = moment;
    punctuation =
        context.schedule(
            Collections.max(List.of(SOONEST, Duration.between(now, moment))),
            PunctuationType.WALL_CLOCK_TIME,
            this::ring);
  }

  /** Nothing is called any more. */
  void cancel() {
    Cancellable planned = punctuation;
    if (planned != null) {
      planned.cancel();
    }
    punctuation = null;
    at = null;
  }

  private void ring(long now) {
    cancel();
    work.accept(Instant.ofEpochMilli(now));
  }
}
