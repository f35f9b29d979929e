package io.paperwire.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class PublishedRecordsTest {

  @Test
  void shouldKeepAllBytesOfALargeAnswerInParts() {
    byte[] bytes = new byte[RejectedInput.MAX_BYTES * 2 + 1];
    Arrays.fill(bytes, (byte) 'x');
    RawBytes raw = RawBytes.of(bytes);
    RejectedInput answer =
        RejectedInput.whole(new Place("http://x/", 1), Fault.UNREADABLE, "no XML", raw);
    List<ProducerRecord<byte[], byte[]>> records = Quarantine.records("q", "arxiv-oai", answer);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    records.forEach(record -> joined.writeBytes(record.value()));
    assertThat(joined.toByteArray()).isEqualTo(bytes);
    assertThat(records.stream().map(record -> header(record, Quarantine.PART)))
        .containsExactly("1", "2", "3");
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(new String(record.key(), UTF_8)).isEqualTo(raw.sha256());
              assertThat(header(record, Quarantine.PARTS)).isEqualTo("3");
              assertThat(header(record, DeadLetterHeaders.SOURCE)).isEqualTo("arxiv-oai");
              assertThat(header(record, DeadLetterHeaders.SIZE)).isEqualTo("1800001");
            });
  }

  @Test
  void shouldQuarantineAnEmptyAnswerToo() {
    RejectedInput answer =
        RejectedInput.whole(
            new Place("http://x/", 1), Fault.UNREADABLE, "empty", RawBytes.of(new byte[0]));
    assertThat(Quarantine.records("q", "arxiv-oai", answer)).hasSize(1);
  }

  @Test
  void shouldTellHowASourceIs() {
    SourceStatus status =
        new SourceStatus(
            "hugging-face",
            "one",
            new SourceCondition(
                Freshness.LATE, "nothing since Monday", Map.of("daily", "3 papers")),
            3,
            5,
            Map.of(
                "daily", new Position(Map.of("page", "0")),
                "told daily", new Position(Map.of("items", "00f1")),
                "count arxiv:2606.00467", new Position(Map.of("upvote", "7"))));
    assertThat(status.json(Instant.parse("2026-06-12T00:00:00Z")))
        .isEqualTo(
            "{\"source\":\"hugging-face\",\"instance\":\"one\",\"freshness\":\"late\","
                + "\"reason\":\"nothing since Monday\",\"announced\":3,\"seen\":5,"
                + "\"parts\":{\"daily\":\"3 papers\"},\"cursors\":{\"daily\":{\"page\":\"0\"}},"
                + "\"at\":\"2026-06-12T00:00:00Z\"}");
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
