package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

final class MatchHealthTest {

  private final TaskBook tasks = new TaskBook();
  private final BacklogHealth backlog = new BacklogHealth(tasks);
  private final MatchHealth health = new MatchHealth(tasks);

  @Test
  void shouldBeDownWhileTasksFillTheirIndexAndSayHowFar() {
    assertThat(result(health.getResult()).getStatus()).isEqualTo(HealthStatus.UP);

    tasks.fills("0_1", 0, 2_000);
    tasks.fills("0_2", 1_000, 900);
    HealthResult filling = result(health.getResult());
    assertThat(filling.getName()).isEqualTo("index");
    assertThat(filling.getStatus()).isEqualTo(HealthStatus.DOWN);
    assertThat(filling.getDetails())
        .isEqualTo(
            Map.of("progress", "is being filled by 2 tasks: 1,000 of about 3,000 subscribers"));

    tasks.isFilled("0_1");
    assertThat(result(health.getResult()).getDetails())
        .isEqualTo(
            Map.of("progress", "is being filled by 1 task: 1,000 of about 1,000 subscribers"));
    tasks.isFilled("0_2");
    assertThat(result(health.getResult()).getStatus()).isEqualTo(HealthStatus.UP);
  }

  @Test
  void shouldTellOfThePapersThatWait() {
    tasks.works("0_1", new TaskLoad(1, 1, 3));
    tasks.works("0_2", new TaskLoad(1, 1, 4));

    assertThat(result(backlog.getResult()).getDetails()).isEqualTo(Map.of("papers", 7L));

    tasks.ends("0_1");
    assertThat(result(backlog.getResult()).getDetails()).isEqualTo(Map.of("papers", 4L));
  }

  private static HealthResult result(Publisher<HealthResult> publisher) {
    CompletableFuture<HealthResult> result = new CompletableFuture<>();
    publisher.subscribe(
        new Subscriber<>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscription.request(1);
          }

          @Override
          public void onNext(HealthResult next) {
            result.complete(next);
          }

          @Override
          public void onError(Throwable error) {
            result.completeExceptionally(error);
          }

          @Override
          public void onComplete() {
            // one was asked for
          }
        });
    return result.join();
  }
}
