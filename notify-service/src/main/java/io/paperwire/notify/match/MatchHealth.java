package io.paperwire.notify.match;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.notify.role.MatchRole;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;

/**
 * The part {@code index} of {@code /health}: down, and how far, while tasks of this instance fill
 * their index and match nothing yet.
 */
@Singleton
@MatchRole
final class MatchHealth implements HealthIndicator, MatchNews {

  private final BacklogHealth backlog;
  private final Map<String, Filling> filling = new ConcurrentHashMap<>();

  private record Filling(long read, long all) {}

  MatchHealth(BacklogHealth backlog) {
    this.backlog = backlog;
  }

  @Override
  public void waits(String task, long papers) {
    backlog.accept(task, papers);
  }

  @Override
  public void fills(String task, long read, long all) {
    filling.put(task, new Filling(read, Math.max(read, all)));
  }

  @Override
  public void isFilled(String task) {
    filling.remove(task);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    long read = 0;
    long all = 0;
    int tasks = 0;
    for (Filling each : filling.values()) {
      read += each.read();
      all += each.all();
      tasks++;
    }
    HealthResult.Builder result =
        HealthResult.builder("index", tasks == 0 ? HealthStatus.UP : HealthStatus.DOWN);
    if (tasks > 0) {
      String progress =
          String.format(
              Locale.ROOT,
              "is being filled by %d %s: %,d of about %,d subscribers",
              tasks,
              tasks == 1 ? "task" : "tasks",
              read,
              all);
      result.details(Map.of("progress", progress));
    }
    return Publishers.just(result.build());
  }
}
