package io.paperwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperwire.standalone.demo.Demo;
import io.paperwire.standalone.demo.Sample;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.standalone.system.PaperwireSystem;
import io.paperwire.standalone.system.Secrets;
import io.paperwire.standalone.system.Service;
import io.paperwire.standalone.system.SystemPorts;
import io.paperwire.standalone.system.SystemSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing lost and nothing twice, although every part is killed (SIGKILL) while papers are fed. */
final class KilledPartsIT {

  /** Few enough for each daily digest to hold all that match; what is over waits for a day. */
  private static final int COPIES = 5;

  private static final int LIMIT_MINUTES = 5;

  @TempDir private Path folder;

  @Test
  void shouldEndWithTheSameCountsAlthoughEveryPartIsKilled() throws Exception {
    Path papers = listing();
    try (PaperwireSystem system =
        PaperwireSystem.start(
            new Distribution(
                Path.of("target", "paperwire", "lib").toAbsolutePath(),
                Path.of("target", "paperwire", "registry").toAbsolutePath()),
            new SystemSettings(
                folder.resolve("system"),
                SystemPorts.free(),
                3,
                Secrets.random(),
                Map.of(
                    "PAPERWIRE_WEB_SIGN_UP_CLIENT_LIMIT", "0",
                    "PAPERWIRE_WEB_SIGN_UP_ADDRESS_PAUSE", "0s",
                    "PAPERWIRE_INGEST_FILES_PAGE_LINES", "4")),
            KilledPartsIT::show)) {
      CompletableFuture<Void> brokerKilled = new CompletableFuture<>();
      CompletableFuture<Void> servicesKilled = new CompletableFuture<>();
      Demo demo =
          new Demo(
              system,
              line -> {
                show(line);
                if (line.startsWith("feeding")) {
                  inBackground(() -> killBroker(system), brokerKilled);
                } else if (line.equals(Demo.FIRST_ENRICHED)) {
                  inBackground(() -> killServices(system), servicesKilled);
                }
              });

      List<String> summary = demo.run(papers, Optional.empty());

      brokerKilled.get(LIMIT_MINUTES, TimeUnit.MINUTES);
      servicesKilled.get(LIMIT_MINUTES, TimeUnit.MINUTES);
      assertThat(summary)
          .startsWith(
              "events published   %6d   (1 of the file's lines rejected)".formatted(45 * COPIES));
    }
  }

  /** Something that may be interrupted. */
  private interface Step {
    void run() throws InterruptedException;
  }

  private static void inBackground(Step step, CompletableFuture<Void> done) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                step.run();
                done.complete(null);
              } catch (InterruptedException | RuntimeException e) {
                done.completeExceptionally(e);
              }
            });
  }

  /** While the services live: docs/matching.md tells what Kafka may do where all die together. */
  private static void killBroker(PaperwireSystem system) throws InterruptedException {
    system.backends().broker().kill();
    show("killed the broker");
    system.backends().broker().restart();
  }

  private static void killServices(PaperwireSystem system) throws InterruptedException {
    for (Service service : Service.values()) {
      system.service(service).kill();
      show("killed " + service.artifact());
    }
  }

  /**
   * The sample as a plain listing, several times: there a title is what makes a paper another. The
   * last title has no abstract.
   */
  private Path listing() throws IOException {
    JsonMapper json = new JsonMapper();
    List<String> sample = Files.readAllLines(Sample.papersIn(folder));
    StringBuilder lines = new StringBuilder();
    for (int copy = 1; copy <= COPIES; copy++) {
      for (String line : sample) {
        JsonNode paper = json.readTree(line);
        lines
            .append(paper.required("title").asText())
            .append(" (copy %d)\n\n".formatted(copy))
            .append(paper.required("abstract").asText())
            .append("\n\n");
      }
    }
    return Files.writeString(
        folder.resolve("papers.txt"), lines.append("A title without an abstract\n"));
  }

  private static void show(String line) {
    System.out.println(
        "  " + LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS) + "  " + line);
  }
}
