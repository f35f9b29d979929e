package io.paperwire.standalone.demo;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.standalone.system.PaperwireSystem;
import io.paperwire.standalone.system.Service;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Kills the parts of a running system (SIGKILL), as the end of a machine would. They come back. */
final class PartKiller {

  private final PaperwireSystem system;
  private final Consumer<String> news;

  PartKiller(PaperwireSystem system, Consumer<String> news) {
    this.system = system;
    this.news = news;
  }

  /**
   * Kills the broker when the first papers are published, and broker and services in one instant
   * when the first ones are enriched; then waits until all are up again.
   *
   * @param papers how many are fed
   */
  void killWhileFed(TopicTail<PaperEvent> events, TopicTail<EnrichedPaper> enriched, int papers) {
    long published = awaitFirst("published", events);
    try {
      system.backends().broker().kill();
      news.accept(
          "killed the broker when %d of %d papers were published".formatted(published, papers));
      long known = awaitFirst("enriched", enriched);
      system.backends().broker().kill();
      for (Service service : Service.values()) {
        system.service(service).kill();
      }
      news.accept(
          "killed the broker and the services when %d of %d papers were enriched"
              .formatted(known, papers));
    } catch (InterruptedException e) {
      throw interrupted();
    }
    Patience.until("the services to be up again", this::allUp, up -> up);
    news.accept("and all are up again");
  }

  /** Waits until a paper is on a topic, and tells how many are. */
  private static long awaitFirst(String state, TopicTail<?> tail) {
    return Patience.until(
        "a paper to be " + state,
        () -> tail.poll().stream().map(ConsumerRecord::key).distinct().count(),
        count -> count > 0);
  }

  private boolean allUp() {
    try {
      for (Service service : Service.values()) {
        if (!system.service(service).isUp()) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static DemoFailure interrupted() {
    Thread.currentThread().interrupt();
    return new DemoFailure("interrupted while parts were killed");
  }
}
