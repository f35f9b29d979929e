package io.paperwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.catalogue.TrustedRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class PublishedTest {

  static {
    TrustedRecords.trust();
  }

  private static final String ID = "arxiv:2401.00001";
  private static final PaperEvent ANNOUNCED = event(PaperEventKind.ANNOUNCED, "A paper");
  private static final PaperEvent REVISED = event(PaperEventKind.REVISED, "A better paper");

  @Test
  void shouldLetAFileReviseItsPapers() {
    assertThatCode(() -> published(ANNOUNCED, REVISED).requireOnce(fed(2)))
        .doesNotThrowAnyException();
    assertThatCode(() -> published(REVISED).requireOnce(fed(2))).doesNotThrowAnyException();
  }

  @Test
  void shouldSeeAnEventThatComesTwice() {
    requireRepeated(published(ANNOUNCED, ANNOUNCED), fed(1));
    requireRepeated(published(ANNOUNCED, ANNOUNCED), fed(2));
    requireRepeated(published(ANNOUNCED, REVISED, ANNOUNCED), fed(2));
    requireRepeated(published(ANNOUNCED, event(PaperEventKind.REVISED, "A paper")), fed(2));
  }

  @Test
  void shouldMeasureFromTheEventThatCameBeforeTheMail() {
    Published published = published(ANNOUNCED, REVISED);

    assertThat(published.before(ID, Instant.ofEpochSecond(1))).isEqualTo(Instant.ofEpochSecond(0));
    assertThat(published.before(ID, Instant.ofEpochSecond(15)))
        .isEqualTo(Instant.ofEpochSecond(10));
  }

  private static void requireRepeated(Published published, FedPapers fed) {
    assertThatExceptionOfType(DemoFailure.class)
        .isThrownBy(() -> published.requireOnce(fed))
        .withMessage("papers were published more than once: [" + ID + "]");
  }

  private static FedPapers fed(int statements) {
    return new FedPapers(Path.of("papers.jsonl"), Map.of(ID, statements), 0, List.of());
  }

  /** Events, ten seconds apart. */
  private static Published published(PaperEvent... events) {
    List<ConsumerRecord<String, PaperEvent>> records = new ArrayList<>();
    for (PaperEvent event : events) {
      records.add(
          new ConsumerRecord<>(
              "paper-events",
              0,
              records.size(),
              records.size() * 10_000L,
              TimestampType.CREATE_TIME,
              0,
              0,
              ID,
              event,
              new RecordHeaders(),
              Optional.empty()));
    }
    return new Published(records);
  }

  private static PaperEvent event(PaperEventKind kind, String title) {
    return PaperEvent.newBuilder()
        .setPaperId(ID)
        .setKind(kind)
        .setSource("file")
        .setSourceKey("2401.00001")
        .setObservedAt(Instant.EPOCH)
        .setTitle(title)
        .build();
  }
}
