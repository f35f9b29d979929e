package io.paperwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.ingest.publish.DeadLetter;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class FilesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set by each test
  private Topics topics;

  private Map<String, Object> settings() {
    return Map.of(
        "paperwire.ingest.files.folder", folder.toString(),
        "paperwire.ingest.files.settle", "50ms",
        "paperwire.ingest.files.unfinished-after", "200ms",
        "paperwire.ingest.files.page-lines", "10");
  }

  /** Puts a file into the folder as a whole. */
  private void drop(String name, byte[] content) throws IOException {
    Path draft = Files.write(folder.resolve("." + name), content);
    Files.move(draft, folder.resolve(name));
  }

  private void drop(String name, String content) throws IOException {
    drop(name, content.getBytes(UTF_8));
  }

  private static String papers(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append(
          """
          {"id":"2601.%05d","title":"Paper %d","abstract":"About %d.","authors":["Ada Lovelace"],\
          "categories":["cs.CL"],"published":"2026-01-31"}
          """
              .formatted(i, i, i));
    }
    return lines.toString();
  }

  /** Waits until the source says that all files have been read, and a marker has come through. */
  private void awaitEvents(int count) {
    await().atMost(PATIENCE).until(() -> topics.eventCount() >= count);
  }

  @Test
  void shouldPublishEachPaperOnceHoweverOftenItIsFed(Backends backends) throws IOException {
    String prefix = "files-once-";
    topics = Topics.of(backends, prefix);
    try (IngestService service = IngestService.start(backends, prefix, settings())) {
      assertThat(service.health()).contains("\"file\"");
      drop("first.jsonl", papers(1, 40));
      awaitEvents(40);
      drop("second.jsonl", papers(1, 40));
      drop("reordered.jsonl", papers(21, 40) + papers(1, 20) + papers(41, 41));
      awaitEvents(41);
    }
    try (IngestService again = IngestService.start(backends, prefix, settings())) {
      assertThat(again.health()).contains("\"file\"");
      drop("third.jsonl", papers(30, 42));
      awaitEvents(42);
    }
    List<PaperEvent> events = topics.events();
    assertThat(events).hasSize(42);
    assertThat(events.stream().map(PaperEvent::getPaperId).distinct()).hasSize(42);
    assertThat(events.stream().map(PaperEvent::getKind)).containsOnly(PaperEventKind.ANNOUNCED);
    PaperEvent event =
        events.stream()
            .filter(candidate -> candidate.getPaperId().equals("arxiv:2601.00007"))
            .findFirst()
            .orElseThrow();
    assertThat(event.getSource()).isEqualTo("file");
    assertThat(event.getTitle()).isEqualTo("Paper 7");
    assertThat(event.getAbstractText()).isEqualTo("About 7.");
    assertThat(event.getAuthors().getFirst().getName()).isEqualTo("Ada Lovelace");
    assertThat(event.getPublishedAt()).hasToString("2026-01-31T00:00:00Z");
  }

  @Test
  void shouldSendWhatItCannotReadToTheDeadLetters(Backends backends) throws IOException {
    String prefix = "files-dead-";
    topics = Topics.of(backends, prefix);
    byte[] notUtf8 = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xE9, '"', '}'};
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(papers(1, 1).getBytes(UTF_8));
    file.writeBytes(notUtf8);
    file.write('\n');
    file.writeBytes("{\"id\":\"s:3\",\"title\":\"T\",\"abstrakt\":\"x\"}\n".getBytes(UTF_8));
    String abstractOf5Mb = "x".repeat(5 * 1024 * 1024);
    String tooLarge = "{\"id\":\"s:4\",\"title\":\"T\",\"abstract\":\"" + abstractOf5Mb + "\"}";
    file.writeBytes((tooLarge + "\n").getBytes(UTF_8));
    file.writeBytes(papers(2, 2).getBytes(UTF_8));
    try (IngestService service = IngestService.start(backends, prefix, settings())) {
      assertThat(service.health()).contains("\"file\"");
      drop("bad.jsonl", file.toByteArray());
      awaitEvents(2);
      await()
          .atMost(PATIENCE)
          .until(
              () -> service.get("/prometheus").body(),
              metrics -> metrics.contains("paperwire_source_rejected_total{source=\"file\"} 3.0"));
    }
    List<ConsumerRecord<byte[], byte[]>> letters =
        topics.deadLetters().stream().sorted((a, b) -> line(a).compareTo(line(b))).toList();
    assertThat(letters).hasSize(3);
    assertThat(letters.stream().map(FilesIT::line)).containsExactly("2", "3", "4");
    assertThat(letters.getFirst().value()).isEqualTo(notUtf8);
    assertThat(Topics.header(letters.getFirst(), DeadLetterHeaders.INPUT)).isEqualTo("bad.jsonl");
    assertThat(Topics.header(letters.getFirst(), DeadLetterHeaders.SOURCE)).isEqualTo("file");
    assertThat(Topics.header(letters.getFirst(), DeadLetter.FAULT)).isEqualTo("invalid-utf8");
    assertThat(Topics.header(letters.get(1), DeadLetterHeaders.MESSAGE))
        .isEqualTo("unknown field 'abstrakt': did you mean 'abstract'?");
    assertThat(Topics.header(letters.get(2), DeadLetterHeaders.MESSAGE))
        .isEqualTo("'abstract' has 5242880 characters, the limit is 50000");
    assertThat(Topics.header(letters.get(2), DeadLetterHeaders.SIZE))
        .isEqualTo(Integer.toString(tooLarge.length()));
    assertThat(new String(letters.get(2).value(), UTF_8)).isEqualTo(tooLarge.substring(0, 900_000));
    assertThat(folder.resolve("rejected").resolve("bad.jsonl.rejected.jsonl")).exists();
  }

  private static String line(ConsumerRecord<byte[], byte[]> letter) {
    return Topics.header(letter, DeadLetterHeaders.LINE);
  }

  @Test
  void shouldReadListingsAndWhatIsAppended(Backends backends) throws IOException {
    String prefix = "files-listing-";
    topics = Topics.of(backends, prefix);
    try (IngestService service = IngestService.start(backends, prefix, settings())) {
      assertThat(service.health()).contains("\"file\"");
      drop("list.txt", "One Title\nFirst abstract.\n\nAnother title\nSecond abstract.\n");
      awaitEvents(2);
      Files.writeString(
          folder.resolve("list.txt"), "A third\nThird abstract.\n", StandardOpenOption.APPEND);
      awaitEvents(3);
    }
    assertThat(topics.events().stream().map(PaperEvent::getPaperId))
        .containsExactlyInAnyOrder("file:one-title", "file:another-title", "file:a-third");
  }
}
