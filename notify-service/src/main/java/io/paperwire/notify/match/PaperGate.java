package io.paperwire.notify.match;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.stored.StoredRecords;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Where papers pass before they go to all partitions. It refuses those that make no sense, once and
 * not once a partition; beyond it they are bytes, which are the same for all and are read by those
 * only who match them at once.
 *
 * <p>Papers of the past wait here and are let through a few at a time, as the tasks of this
 * instance work them off: twenty thousand of them at once would be written to all partitions before
 * what is new behind them.
 */
final class PaperGate implements Processor<String, EnrichedPaper, String, byte[]> {

  private static final StoredRecords<EnrichedPaper> PAPERS = StoredRecords.of(EnrichedPaper.class);

  /** What passes here reaches the tasks after a commit, which comes about as often. */
  private static final Duration BETWEEN_RELEASES = Duration.ofMillis(100);

  private static final int MOST_RELEASED = 64;

  /** Enough for a task not to run dry before those come that are let through now. */
  private static final long ENOUGH_WAITING = 256;

  private final Traffic traffic;
  private final MatchNews news;
  private @Nullable Running running;

  /**
   * A gate.
   *
   * @param traffic of the instance
   * @param news told how many papers wait
   */
  PaperGate(Traffic traffic, MatchNews news) {
    this.traffic = traffic;
    this.news = news;
  }

  /** Called once the store is restored. */
  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    running = new Running(context);
  }

  @Override
  public void process(Record<String, EnrichedPaper> record) {
    Objects.requireNonNull(running).process(record);
  }

  /** Called as that of {@link MatchProcessor} is. */
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

    private final ProcessorContext<String, byte[]> context;
    private final String name;
    private final Backlog held;
    private final Alarm release;

    Running(ProcessorContext<String, byte[]> context) {
      this.context = context;
      this.name = context.taskId().toString();
      this.held = new Backlog(MatchStores.held(context));
      this.release = new Alarm(context, this::release);
      planRelease(now());
    }

    void process(Record<String, EnrichedPaper> record) {
      Instant now = now();
      traffic.passes(now);
      Optional<byte[]> paper =
          Optional.ofNullable(record.value()).map(value -> checked(record.key(), value));
      if (paper.isPresent() && BacklogHeader.isMarked(record.headers())) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        held.add(record.key(), ByteBuffer.wrap(paper.get()), at);
      } else {
        held.drop(record.key());
        context.forward(record.withValue(paper.orElse(null)));
      }
      planRelease(now);
    }

    void end() {
      release.cancel();
      news.ends(name);
    }

    private void release(Instant now) {
      int room = traffic.mostWaiting() < ENOUGH_WAITING ? MOST_RELEASED : 0;
      for (int i = 0; i < room && held.size() > 0; i++) {
        Backlog.Waiting next = held.take();
        Headers marked = new RecordHeaders();
        BacklogHeader.mark(marked);
        context.forward(
            new Record<>(next.paperId(), bytes(next.record()), next.at().toEpochMilli(), marked));
      }
      planRelease(now);
    }

    private void planRelease(Instant now) {
      news.works(name, new TaskLoad(0, 0, held.size()));
      if (held.size() > 0) {
        release.setBy(now.plus(BETWEEN_RELEASES), now);
      }
    }

    private Instant now() {
      return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
  }

  /** The bytes of a paper that makes sense. */
  private static byte[] checked(String key, EnrichedPaper paper) {
    // Refused here, where it becomes a dead letter, and not where stores cannot write it.
    if (!key.equals(paper.getPaperId()) || key.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "the key is not the paper id '" + paper.getPaperId() + "', or has a NUL in it");
    }
    PaperReading.check(paper);
    return PAPERS.write(paper);
  }

  private static byte[] bytes(ByteBuffer record) {
    byte[] bytes = new byte[record.remaining()];
    record.duplicate().get(bytes);
    return bytes;
  }
}
