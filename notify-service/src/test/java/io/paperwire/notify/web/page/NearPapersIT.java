package io.paperwire.notify.web.page;

import static io.paperwire.notify.web.SamplePapers.paper;
import static io.paperwire.notify.web.SamplePapers.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.PaperVector;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class NearPapersIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** At a cosine of 0.49 to the first paper: near enough only for a title without an abstract. */
  private static final PaperVector FURTHER = vector(-31, 95);

  private final RunningWeb web;

  NearPapersIT(Backends backends) {
    web = RunningWeb.start(backends, "near-papers-it");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldShowOnAPapersPageWhatIsLikeIt() {
    web.publish(
        List.of(
            paper("arxiv:2401.00011", "Whales sing", "2026-06-12T00:00:00Z")
                .setAbstractText("We listen.")
                .setVector(vector(-100, 20))
                .setTopics(List.of(topic("bioacoustics", "Bioacoustics")))
                .build(),
            paper("arxiv:2401.00012", "Whales sing louder", "2026-06-12T00:00:00Z")
                .setVector(vector(-100, 30))
                .setTopics(List.of(topic("bioacoustics", "Bioacoustics")))
                .build(),
            paper("arxiv:2401.00013", "Bats do not sing", "2026-06-12T00:00:00Z")
                .setVector(vector(20, -100))
                .setTopics(List.of(topic("bioacoustics", "Bioacoustics")))
                .build(),
            paper("arxiv:2401.00014", "Whales are withdrawn", "2026-06-12T00:00:00Z")
                .setVector(vector(-100, 20))
                .setStatus(PaperStatus.WITHDRAWN)
                .setTopics(List.of(topic("bioacoustics", "Bioacoustics")))
                .build(),
            paper("arxiv:2401.00016", "Whales", "2026-06-12T00:00:00Z")
                .setVector(FURTHER)
                .setTopics(List.of(topic("bioacoustics", "Bioacoustics")))
                .build(),
            paper("arxiv:2401.00017", "Whales rest", "2026-06-12T00:00:00Z")
                .setAbstractText("We watch.")
                .setVector(FURTHER)
                .setTopics(List.of(topic("bioacoustics", "Bioacoustics")))
                .build(),
            paper("arxiv:2401.00015", "A whale without a topic", "2026-06-12T00:00:00Z")
                .setVector(vector(-100, 10))
                .build()));
    await().atMost(LIMIT).until(() -> web.get("/papers/arxiv:2401.00015").statusCode() == 200);
    await()
        .atMost(LIMIT)
        .until(() -> web.get("/papers/arxiv:2401.00011").body().contains("More like this"));

    assertThat(web.get("/papers/arxiv:2401.00011").body())
        .contains("<a href=\"/papers/arxiv:2401.00012\">Whales sing louder</a>")
        .contains("<a href=\"/papers/arxiv:2401.00016\">Whales</a>")
        .doesNotContain("Bats do not sing", "Whales are withdrawn", "Whales rest");
    assertThat(web.get("/papers/arxiv:2401.00015").body())
        .contains("Whales sing</a>", "Whales sing louder</a>");
    assertThat(web.get("/papers/arxiv:2401.00013").body()).doesNotContain("More like this");
  }

  private static PaperVector vector(int x, int y) {
    byte[] values = new byte[384];
    values[0] = (byte) x;
    values[1] = (byte) y;
    return new PaperVector("all-minilm-l6-v2-q", "1.256", 0.01f, ByteBuffer.wrap(values));
  }
}
