package io.paperwire.standalone.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.standalone.deadletter.DeadLetter.Place;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class DeadLetterTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant SET_ASIDE = Instant.parse("2026-05-07T08:00:00Z");

  @Test
  void shouldBeOfTheTimeOfTheOriginal() {
    Headers headers = new RecordHeaders();
    DeadLetterHeaders.locate(headers, "papers", 0, 41, NOON.toEpochMilli());

    assertThat(letter(SET_ASIDE, headers).at()).isEqualTo(NOON);
    assertThat(letter(NOON, new RecordHeaders()).at()).as("of an earlier version").isEqualTo(NOON);
  }

  private static DeadLetter letter(Instant time, Headers headers) {
    return new DeadLetter(
        new Place("papers.dlq", 0, 7),
        new ConsumerRecord<>(
            "papers.dlq",
            0,
            7,
            time.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            new byte[0],
            new byte[0],
            headers,
            Optional.empty()),
        false);
  }
}
