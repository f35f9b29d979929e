package io.paperwire.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that watch the same folder. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class TwoInstancesIT {

  private static final String PREFIX = "two-";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set by each test
  private Topics topics;

  private IngestService start(Backends backends, String instance) {
    return IngestService.start(
        backends,
        PREFIX,
        Map.of(
            "paperwire.ingest.instance",
            instance,
            "paperwire.ingest.takeover-after",
            "10s",
            "paperwire.ingest.files.folder",
            folder.toString(),
            "paperwire.ingest.files.settle",
            "50ms"));
  }

  private void drop(String name, int from, int to) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append("{\"id\":\"two:%d\",\"title\":\"Paper %d\"}\n".formatted(i, i));
    }
    Path draft = Files.writeString(folder.resolve("." + name), lines);
    Files.move(draft, folder.resolve(name));
  }

  private static void awaitState(IngestService service, String state) {
    await()
        .atMost(PATIENCE)
        .until(() -> service.health().contains("\"file\":{\"state\":\"" + state + "\""));
  }

  @Test
  void shouldReadASourceOnceAndTakeItOver(Backends backends) throws IOException {
    topics = Topics.of(backends, PREFIX);
    try (IngestService first = start(backends, "first")) {
      awaitState(first, "active");
      drop("a.jsonl", 1, 50);
      await().atMost(PATIENCE).until(() -> topics.eventCount() == 50);
      try (IngestService second = start(backends, "second")) {
        awaitState(second, "active");
        awaitState(first, "standby");
        assertThat(first.health()).contains("\"status\":\"UP\"");
        drop("b.jsonl", 26, 100);
        await().atMost(PATIENCE).until(() -> topics.eventCount() >= 100);
        assertThat(first.health()).contains("\"file\":{\"state\":\"standby\"");
      }
      awaitState(first, "active");
      drop("c.jsonl", 90, 120);
      await().atMost(PATIENCE).until(() -> topics.eventCount() >= 120);
    }
    List<String> ids = topics.events().stream().map(PaperEvent::getPaperId).toList();
    assertThat(ids).hasSize(120).doesNotHaveDuplicates();
  }
}
