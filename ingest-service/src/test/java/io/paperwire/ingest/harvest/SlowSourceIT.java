package io.paperwire.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.publish.PublishTopics;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.Dates;
import io.paperwire.ingest.record.SourceRecord.Publication;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two instances and an upstream whose answers take longer than an owner may be silent. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class SlowSourceIT {

  private static final String PREFIX = "slow-";
  private static final Duration TAKEOVER_AFTER = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A source of one paper, which its reader waits for until the upstream answers. */
  private static final class SlowSource implements Source {
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger openings = new AtomicInteger();

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public PageReader open(Positions positions) {
      openings.incrementAndGet();
      return new PageReader() {
        private boolean given;

        @Override
        public Optional<Page> next(Duration atMost) throws InterruptedException {
          answered.await();
          if (given) {
            new CountDownLatch(1).await(); // nothing more comes
          }
          given = true;
          return Optional.of(page());
        }

        @Override
        public void close() {
          // nothing is held
        }
      };
    }

    private static Page page() {
      return Page.ofPapers(
          "the page", List.of(paper()), List.of(), Map.of("part", new Position(Map.of("at", "1"))));
    }

    private static SourceRecord paper() {
      return new SourceRecord(
          new CanonicalId("slow:1"),
          "1",
          OptionalInt.empty(),
          Announcement.UNSAID,
          "A title",
          Optional.empty(),
          List.of(),
          List.of(),
          Dates.unknown(),
          Publication.unknown(),
          List.of());
    }

    @Override
    public SourceCondition condition() {
      return SourceCondition.of(Freshness.QUIET, "a test");
    }
  }

  @Test
  void shouldLeaveASourceToWhoIsWaitingForItsUpstream(Backends backends) throws Exception {
    try (ApplicationContext context =
            ApplicationContext.run(IngestService.settings(backends, PREFIX));
        Topics topics = Topics.of(backends, PREFIX)) {
      context.getBean(Contracts.class).provide();
      SlowSource source = new SlowSource();
      SourceRunner first = runner(context, source, "first");
      SourceRunner second = runner(context, source, "second");
      first.start();
      await().atMost(PATIENCE).until(() -> first.state() instanceof RunnerState.Active);
      second.start();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  first.state() instanceof RunnerState.StandingBy
                      && second.state() instanceof RunnerState.Active);
      SourceSessions watch = sessions(context, "watch");
      for (int look = 0; look < 3; look++) {
        assertThat(watch.isSilent(source.name())).isFalse();
      }
      source.answered.countDown();
      assertThat(topics.events("slow:", 1)).hasSize(1);
      assertThat(first.state()).isInstanceOf(RunnerState.StandingBy.class);
      assertThat(second.state()).isInstanceOf(RunnerState.Active.class);
      assertThat(source.openings).hasValue(2);
      first.stop();
      second.stop();
    }
  }

  /** A source of whose answers none brings anything; they come to an end after many. */
  private record IdleSource(AtomicInteger answers, CountDownLatch enough) implements Source {

    @Override
    public String name() {
      return "idle";
    }

    @Override
    public PageReader open(Positions positions) {
      return new PageReader() {
        @Override
        public Optional<Page> next(Duration atMost) throws InterruptedException {
          if (answers.incrementAndGet() > 100) {
            enough.countDown();
            new CountDownLatch(1).await(); // until it is closed
          }
          return Optional.empty();
        }

        @Override
        public void close() {
          // nothing is held
        }
      };
    }

    @Override
    public SourceCondition condition() {
      return SourceCondition.of(Freshness.QUIET, "a test");
    }
  }

  /** A transaction for each is what the naive loop writes, two in each interval at the least. */
  @Test
  void shouldGiveSignsOfLifeByTheClockAndNotByTheAnswer(Backends backends) throws Exception {
    try (ApplicationContext context =
            ApplicationContext.run(IngestService.settings(backends, "idle-"));
        Topics topics = Topics.of(backends, "idle-")) {
      context.getBean(Contracts.class).provide();
      IdleSource source = new IdleSource(new AtomicInteger(), new CountDownLatch(1));
      SourceRunner runner = runner(context, source, "only");
      runner.start();
      assertThat(source.enough().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      runner.stop();
      assertThat(
              await().atMost(PATIENCE).until(() -> topics.signsOfLife("idle"), signs -> signs > 0))
          .isLessThan(10);
    }
  }

  private static SourceRunner runner(ApplicationContext context, Source source, String instance) {
    return new SourceRunner(source, sessions(context, instance), new CountDownLatch(0));
  }

  private static SourceSessions sessions(ApplicationContext context, String instance) {
    return new SourceSessions(
        context.getBean(KafkaClients.class),
        context.getBean(PublishTopics.class),
        instance,
        InstantSource.system(),
        TAKEOVER_AFTER);
  }
}
