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
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Gives the work of a task to Kafka Streams: records, the clock, and where digests go. */
final class MatchProcessor implements Processor<String, MatchCommand, String, Digest> {

  private static final Duration FORGETTING = Duration.ofMinutes(1);

  private final MatchSettings settings;
  private final Vocabulary vocabulary;
  private final List<Cancellable> punctuations = new ArrayList<>();
  private @Nullable ProcessorContext<String, Digest> context;
  private @Nullable MatchTask task;

  MatchProcessor(MatchSettings settings, Vocabulary vocabulary) {
    this.settings = settings;
    this.vocabulary = vocabulary;
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
    MatchTask started =
        new MatchTask(context.taskId().toString(), settings, vocabulary, MatchStores.of(context));
    this.context = context;
    this.task = started;
    every(settings.round(), now -> started.makeDigests(now).forEach(digest -> send(digest, now)));
    every(FORGETTING, started::forget);
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
    switch (record.value()) {
      case PaperChanged(var paper, var backlog, var place) -> {
        if (running.isLatest(paper.getPaperId(), place)) {
          running.paperChanged(paper, at, backlog, now);
        }
      }
      case PaperGone(var paperId, var place) -> {
        if (running.isLatest(paperId, place)) {
          running.paperGone(paperId);
        }
      }
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
  }

  private void send(Digest digest, Instant now) {
    context().forward(new Record<>(digest.getSubscriberId(), digest, now.toEpochMilli()));
  }

  private ProcessorContext<String, Digest> context() {
    return Objects.requireNonNull(context);
  }
}
