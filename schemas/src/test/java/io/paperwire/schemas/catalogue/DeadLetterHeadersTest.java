package io.paperwire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;

final class DeadLetterHeadersTest {

  @Test
  void shouldLeaveRoomForTheRecordHoweverLongTheErrorIs() {
    Headers headers = new RecordHeaders();

    DeadLetterHeaders.describe(headers, new IllegalArgumentException("long ".repeat(200_000)));

    assertThat(headers.lastHeader(DeadLetterHeaders.MESSAGE).value())
        .asString()
        .startsWith("long long ")
        .endsWith("…");
    int bytes =
        StreamSupport.stream(headers.spliterator(), false)
            .mapToInt(header -> header.value().length)
            .sum();
    assertThat(bytes).isLessThan(30_000);
  }

  @Test
  void shouldLeaveTheTraceOutBeforeTheBytes() {
    Headers headers = described();
    byte[] value = new byte[1_040_000];

    assertThat(DeadLetterHeaders.fitted(headers, new byte[20], new byte[1_000_000]))
        .hasSize(1_000_000);
    assertThat(headers.lastHeader(DeadLetterHeaders.STACKTRACE)).isNotNull();
    assertThat(DeadLetterHeaders.fitted(headers, new byte[20], value)).isSameAs(value);
    assertThat(headers.lastHeader(DeadLetterHeaders.STACKTRACE)).isNull();
    assertThat(headers.lastHeader(DeadLetterHeaders.SIZE)).isNull();
  }

  @Test
  void shouldHoldTheBeginningOfWhatIsTooLargeInARecordThatAProducerSends() {
    Headers headers = described();

    byte[] kept = DeadLetterHeaders.fitted(headers, new byte[20], new byte[3_000_000]);

    assertThat(headers.lastHeader(DeadLetterHeaders.SIZE).value()).asString().isEqualTo("3000000");
    int size =
        AbstractRecords.estimateSizeInBytesUpperBound(
            RecordBatch.CURRENT_MAGIC_VALUE,
            CompressionType.NONE,
            ByteBuffer.allocate(20),
            ByteBuffer.wrap(kept),
            headers.toArray());
    assertThat(size).isBetween((1 << 20) - 1_000, 1 << 20);
    assertThat(DeadLetterHeaders.fitted(headers, null, null)).isNull();
  }

  private static Headers described() {
    Headers headers = new RecordHeaders();
    DeadLetterHeaders.locate(headers, "paper-vectors", 3, 1_000_000, 1_700_000_000_000L);
    DeadLetterHeaders.describe(
        headers, new IllegalArgumentException("long ".repeat(2_000), new RuntimeException()));
    DeadLetterHeaders.count(headers, 3);
    return headers;
  }
}
