package io.paperwire.notify.match;

import io.paperwire.notify.match.MatchCommand.InterestsChanged;
import io.paperwire.notify.match.MatchCommand.PaperChanged;
import io.paperwire.notify.match.MatchCommand.PaperGone;
import io.paperwire.notify.match.MatchCommand.SubscriberGone;
import io.paperwire.schemas.Digest;
import io.paperwire.topics.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Gives the work of a task to Kafka Streams: records, the clock, and where digests go. */
final class MatchProcessor implements Processor<String, MatchCommand, String, Digest> {

  private static final Duration FORGETTING = Duration.ofMinutes(1);

  /** So long papers of the past are matched before what is new is looked for again. */
  private static final Duration PAUSE = Duration.ofMillis(80);

  private static final Duration BETWEEN_PAUSES = Duration.ofMillis(10);

  /** After so long papers of the past are matched though others are coming. */
  private static final Duration LONGEST_WITHOUT_PAUSE = Duration.ofMillis(500);

  private final MatchSettings settings;
  private final Vocabulary vocabulary;
  private final Traffic traffic;
  private final ObjLongConsumer<String> backlog;
  private final List<Cancellable> punctuations = new ArrayList<>();
  private @Nullable ProcessorContext<String, Digest> context;
  private @Nullable MatchTask task;
  private Instant lastPause = Instant.EPOCH;

  /**
   * A processor.
   *
   * @param traffic of the instance
   * @param backlog told how many papers of the past wait, by the name of the task
   */
  MatchProcessor(
      MatchSettings settings,
      Vocabulary vocabulary,
      Traffic traffic,
      ObjLongConsumer<String> backlog) {
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.traffic = traffic;
    this.backlog = backlog;
  }

  /** Called once the stores are restored. */
  @Override
  public void init(ProcessorContext<String, Digest> context) {
    int partition = context.taskId().partition();
    if (partition >= settings.partitions()) {
      throw new IllegalStateException(
          "the topic of interests has a partition %d, but paperwire.topics.partitions is %d: no paper would reach the subscribers there; set it to the topic's number of partitions"
              .formatted(partition, settings.partitions()));
    }
    String name = context.taskId().toString();
    MatchTask started = new MatchTask(name, settings, vocabulary, MatchStores.of(context));
    this.context = context;
    this.lastPause = Instant.ofEpochMilli(context.currentSystemTimeMs());
    this.task = started;
    every(settings.round(), now -> started.makeDigests(now).forEach(digest -> send(digest, now)));
    every(BETWEEN_PAUSES, now -> workBacklog(name, started, now));
    every(FORGETTING, started::forget);
  }

  private void workBacklog(String name, MatchTask running, Instant now) {
    if (traffic.isQuiet(now) || now.isAfter(lastPause.plus(LONGEST_WITHOUT_PAUSE))) {
      long start = System.nanoTime();
      running.workBacklog(now, () -> System.nanoTime() - start < PAUSE.toNanos());
      lastPause = now;
    }
    backlog.accept(name, running.backlog());
  }

  private void every(Duration interval, Consumer<Instant> action) {
    punctuations.add(
        context()
            .schedule(
                interval,
                PunctuationType.WALL_CLOCK_TIME,
                now -> action.accept(Instant.ofEpochMilli(now))));
  }

  @Override
  public void process(Record<String, MatchCommand> record) {
    MatchTask running = Objects.requireNonNull(task);
    Instant at = Instant.ofEpochMilli(record.timestamp());
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    traffic.passes(now);
    switch (record.value()) {
      case PaperChanged(var paper, var past) -> running.paperChanged(paper, at, past, now);
      case PaperGone(var paperId) -> running.paperGone(paperId);
      case InterestsChanged(var interests) -> running.interestsChanged(interests, now);
      case SubscriberGone(var subscriberId) -> running.subscriberGone(subscriberId);
    }
  }

  /**
   * Called when the task moves away or its transaction was lost. In the latter case {@link #init}
   * is called again, and the punctuations of before would go on with what is no longer true.
   */
  @Override
  public void close() {
    punctuations.forEach(Cancellable::cancel);
    punctuations.clear();
    // Whoever has the task next tells how many wait for it.
    Optional.ofNullable(context).ifPresent(here -> backlog.accept(here.taskId().toString(), 0));
  }

  private void send(Digest digest, Instant now) {
    context().forward(new Record<>(digest.getSubscriberId(), digest, now.toEpochMilli()));
  }

  private ProcessorContext<String, Digest> context() {
    return Objects.requireNonNull(context);
  }
}
