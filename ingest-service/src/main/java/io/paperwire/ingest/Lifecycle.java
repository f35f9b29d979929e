package io.paperwire.ingest;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.harvest.Harvest;
import io.paperwire.ingest.submission.Submissions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the work once the server answers, and ends it before the process does: what is in hand is
 * committed, and nothing else begun.
 */
@Singleton
final class Lifecycle implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private final Contracts contracts;
  private final Harvest harvest;
  private final Submissions submissions;
  private volatile boolean started;
  private final Thread provision;

  Lifecycle(Contracts contracts, Harvest harvest, Submissions submissions) {
    this.contracts = contracts;
    this.harvest = harvest;
    this.submissions = submissions;
    this.provision = Thread.ofVirtual().name("contracts").unstarted(this::provide);
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    started = true;
    provision.start();
    harvest.start();
    submissions.start();
    if (harvest.runners().isEmpty()) {
      LOG.info("no source is switched on; papers can be submitted over HTTP");
    }
  }

  private void provide() {
    try {
      contracts.provide();
    } catch (InterruptedException e) {
      LOG.debug("the contracts were not put in place before the end");
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    if (!started) {
      return;
    }
    provision.interrupt();
    harvest.stop();
    submissions.stop();
  }
}
