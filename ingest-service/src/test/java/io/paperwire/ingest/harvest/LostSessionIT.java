package io.paperwire.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.publish.PublishTopics;
import io.paperwire.ingest.publish.SourceSession;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class LostSessionIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final SourceCondition QUIET = SourceCondition.of(Freshness.QUIET, "a test");

  /** A source without papers whose reader breaks when told to. */
  private static final class FragileSource implements Source {
    private final CountDownLatch broken = new CountDownLatch(1);
    private final AtomicInteger openings = new AtomicInteger();

    @Override
    public String name() {
      return "fragile";
    }

    @Override
    public PageReader open(Positions positions) {
      openings.incrementAndGet();
      return new PageReader() {
        @Override
        public Optional<Page> next(Duration atMost) throws IOException, InterruptedException {
          broken.await();
          throw new IOException("it broke");
        }

        @Override
        public void close() {
          // nothing is held
        }
      };
    }

    @Override
    public SourceCondition condition() {
      return QUIET;
    }
  }

  /** Its failure hides from the runner that it was fenced: it must not fence in return. */
  @Test
  void shouldLeaveASourceToWhoTookItMeanwhile(Backends backends) throws Exception {
    try (ApplicationContext context =
        ApplicationContext.run(IngestService.settings(backends, "lost-"))) {
      context.getBean(Contracts.class).provide();
      FragileSource source = new FragileSource();
      SourceRunner runner =
          new SourceRunner(source, sessions(context, "first"), new CountDownLatch(0));
      runner.start();
      await().atMost(PATIENCE).until(() -> runner.state() instanceof RunnerState.Active);

      try (SourceSession taken = sessions(context, "second").open(source.name())) {
        source.broken.countDown();

        await().atMost(PATIENCE).until(() -> runner.state() instanceof RunnerState.StandingBy);
        taken.giveSignOfLife(QUIET);
        assertThat(source.openings).hasValue(1);
      }
      runner.stop();
    }
  }

  private static SourceSessions sessions(ApplicationContext context, String instance) {
    return new SourceSessions(
        context.getBean(KafkaClients.class),
        context.getBean(PublishTopics.class),
        instance,
        InstantSource.system(),
        Duration.ofMinutes(5));
  }
}
