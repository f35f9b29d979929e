package io.paperwire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
}
