package io.paperwire.notify.match;

import io.paperwire.notify.match.AgendaBook.Which;
import io.paperwire.notify.match.MatchCommand.InterestsChanged;
import io.paperwire.notify.match.MatchCommand.PaperChanged;
import io.paperwire.notify.match.MatchCommand.PaperGone;
import io.paperwire.notify.match.MatchCommand.PaperOfThePast;
import io.paperwire.notify.match.MatchCommand.SubscriberGone;
import io.paperwire.schemas.Digest;
import io.paperwire.topics.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
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
  private static final Duration PAUSE = Duration.ofMillis(40);

  private static final Duration BETWEEN_PAUSES = Duration.ofMillis(10);

  /**
   * After so long no other digest is begun before what is new is looked for again. All that a
   * thread does between two commits is one transaction, and the rounds of all its tasks may fall
   * into it: with a hundred of them this and the pauses stay well within the time that a
   * transaction may take. A digest that is begun is made whole, which takes some seconds where as
   * many papers wait as may ({@link Follower#MOST_WAITING}).
   */
  private static final Duration LONGEST_ROUND = Duration.ofMillis(100);

  /** After so long papers of the past are matched though others are coming. */
  private static final Duration LONGEST_WITHOUT_PAUSE = Duration.ofMillis(250);

  /**
   * What was written while nobody matched belongs to digests that fell due then. It is read when
   * nothing has passed for so long; until then no digests by day or week are made.
   */
  private static final Duration CAUGHT_UP = Duration.ofSeconds(2);

  private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(1);

  private final MatchSettings settings;
  private final Vocabulary vocabulary;
  private final Traffic traffic;
  private final MatchNews news;
  private final LongSupplier nanos;
  private @Nullable Running running;

  /**
   * A processor.
   *
   * @param traffic of the instance
   * @param news told how the tasks are
   * @param nanos how much time passes, in nanoseconds since some moment
   */
  MatchProcessor(
      MatchSettings settings,
      Vocabulary vocabulary,
      Traffic traffic,
      MatchNews news,
      LongSupplier nanos) {
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.traffic = traffic;
    this.news = news;
    this.nanos = nanos;
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
    running = new Running(context);
  }

  @Override
  public void process(Record<String, MatchCommand> record) {
    Objects.requireNonNull(running).process(record);
  }

  /**
   * Called when the task moves away or its transaction was lost. In the latter case {@link #init}
   * is called again, and the alarms of before would go on with what is no longer true.
   */
  @Override
  public void close() {
    Running ended = running;
    if (ended != null) {
      ended.end();
    }
    running = null;
  }

  /** From {@link #init} to {@link #close}. */
  private final class Running {

    private final ProcessorContext<String, Digest> context;
    private final String name;
    private final MatchTask task;
    private final Alarm round;
    private final Alarm pause;
    private final Cancellable forgetting;
    private final Instant begun;
    private boolean hasCaughtUp;
    private Instant lastPause;

    Running(ProcessorContext<String, Digest> context) {
      this.context = context;
      this.name = context.taskId().toString();
      this.task = new MatchTask(name, settings, vocabulary, MatchStores.of(context), news);
      this.round = new Alarm(context, this::makeDigests);
      this.pause = new Alarm(context, this::workBacklog);
      this.forgetting =
          context.schedule(
              FORGETTING,
              PunctuationType.WALL_CLOCK_TIME,
              now -> everyMinute(Instant.ofEpochMilli(now)));
      this.begun = now();
      this.lastPause = begun;
      planRound(lastPause);
      planPause(lastPause);
    }

    void process(Record<String, MatchCommand> record) {
      Instant at = Instant.ofEpochMilli(record.timestamp());
      Instant now = now();
      if (!(record.value() instanceof PaperOfThePast)) {
        traffic.passes(now);
      }
      switch (record.value()) {
        case PaperChanged(var paper) -> task.paperChanged(paper, at, now);
        case PaperOfThePast(var paperId, var paper) -> task.paperOfThePast(paperId, paper, at);
        case PaperGone(var paperId) -> task.paperGone(paperId);
        case InterestsChanged(var interests) -> task.interestsChanged(interests, now);
        case SubscriberGone(var subscriberId) -> task.subscriberGone(subscriberId);
      }
      planRound(now);
      planPause(now);
    }

    void end() {
      round.cancel();
      pause.cancel();
      forgetting.cancel();
      traffic.ends(name);
      news.ends(name);
    }

    private void makeDigests(Instant now) {
      Which which = which(now);
      task.makeDigests(now, which, within(LONGEST_ROUND))
          .forEach(
              digest ->
                  context.forward(
                      new Record<>(digest.getSubscriberId(), digest, now.toEpochMilli())));
      if (task.nextDue(which).filter(due -> !due.isAfter(now)).isPresent()) {
        round.setBy(now.plus(BETWEEN_PAUSES), now);
      } else {
        planRound(now);
      }
    }

    private Which which(Instant now) {
      hasCaughtUp |=
          now.isAfter(begun.plus(LONGEST_CATCHING_UP))
              || (now.isAfter(begun.plus(CAUGHT_UP)) && traffic.isQuiet(now, CAUGHT_UP));
      return hasCaughtUp ? Which.ALL : Which.AT_ONCE;
    }

    /** Whether less than a time has passed from now on. */
    private BooleanSupplier within(Duration time) {
      long start = nanos.getAsLong();
      return () -> nanos.getAsLong() - start < time.toNanos();
    }

    /** What is due at once waits for a round, so that what comes along is told with it. */
    private void planRound(Instant now) {
      Instant soonest = now.plus(settings.round());
      task.nextDue(Which.ALL)
          .map(due -> due.isAfter(soonest) ? due : soonest)
          .ifPresent(moment -> round.setBy(moment, now));
    }

    private void workBacklog(Instant now) {
      if (!traffic.isQuiet(now) && !now.isAfter(lastPause.plus(LONGEST_WITHOUT_PAUSE))) {
        traffic.asksNot(name);
      } else if (traffic.isTurnOf(name, nanos.getAsLong())) {
        task.workBacklog(now, within(PAUSE));
        traffic.hadTurn(name, nanos.getAsLong());
        lastPause = now;
      }
      planRound(now);
      planPause(now);
    }

    private void planPause(Instant now) {
      news.works(name, task.load());
      traffic.waits(name, task.backlog());
      if (task.backlog() > 0) {
        pause.setBy(now.plus(BETWEEN_PAUSES), now);
      }
    }

    private void everyMinute(Instant now) {
      task.forget(now);
      planRound(now);
    }

    private Instant now() {
      return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
  }
}
