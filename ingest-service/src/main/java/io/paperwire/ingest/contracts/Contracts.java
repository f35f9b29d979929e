package io.paperwire.ingest.contracts;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.catalogue.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that topics and schemas are in place, for as long as it takes. */
public final class Contracts {

  private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final Provisioning provisioning;
  private final List<Topic<?, ?>> topics;
  private final CountDownLatch inPlace = new CountDownLatch(1);

  /**
   * The contracts of the service.
   *
   * @param topics what it reads and writes
   */
  public Contracts(Provisioning provisioning, List<Topic<?, ?>> topics) {
    this.provisioning = provisioning;
    this.topics = List.copyOf(topics);
  }

  /** Opens when all is in place. */
  public CountDownLatch inPlace() {
    return inPlace;
  }

  /**
   * Puts all in place, or does not wait for who does not answer: for whoever sits before a screen.
   *
   * @throws IOException if it cannot be done now
   */
  public void provideAtOnce() throws IOException, InterruptedException {
    try {
      provisioning.ensure(topics);
      inPlace.countDown();
    } catch (RuntimeException e) {
      throw new IOException(
          "broker and schema registry are needed, and not both there: " + e.getMessage(), e);
    }
  }

  /** Puts all in place, then opens the gate; returns only then. */
  public void provide() throws InterruptedException {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int failures = 1; ; failures++) {
      try {
        provisioning.ensure(topics);
        inPlace.countDown();
        return;
      } catch (RuntimeException e) {
        Duration delay = BACKOFF.delay(failures, random);
        LOG.warn(
            "waiting for topics and schemas: {}; next try in {} ms",
            e.getMessage(),
            delay.toMillis());
        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
      }
    }
  }
}
