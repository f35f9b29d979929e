package io.paperwire.ingest.harvest;

import java.util.List;

/**
 * All sources of this instance.
 *
 * @param runners one a source
 */
public record Harvest(List<SourceRunner> runners) {

  public Harvest {
    runners = List.copyOf(runners);
  }

  /** Starts all. */
  public void start() {
    runners.forEach(SourceRunner::start);
  }

  /** Stops all, each after the transaction in hand. */
  public void stop() throws InterruptedException {
    for (SourceRunner runner : runners) {
      runner.stop();
    }
  }
}
