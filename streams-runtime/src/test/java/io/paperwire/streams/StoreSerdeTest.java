package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

final class StoreSerdeTest {

  private final Serde<PaperSignal> serde = StoreSerde.of(PaperSignal.class);

  @Test
  void shouldReadWhatItWrote() {
    PaperSignal signal =
        PaperSignal.newBuilder()
            .setPaperId("arxiv:2401.01234")
            .setSource("huggingface")
            .setKind(PaperSignalKind.UPVOTE)
            .setCount(3)
            .setAt(Instant.parse("2026-03-02T10:00:00.123Z"))
            .build();

    byte[] bytes = serde.serializer().serialize("store-changelog", signal);

    assertThat(serde.deserializer().deserialize("store-changelog", bytes)).isEqualTo(signal);
  }

  @Test
  void shouldKeepAbsentValuesAbsent() {
    assertThat(serde.serializer().serialize("store-changelog", null)).isNull();
    assertThat(serde.deserializer().deserialize("store-changelog", null)).isNull();
  }

  @Test
  void shouldRefuseOtherBytes() {
    byte[] bytes = "no record".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> serde.deserializer().deserialize("store-changelog", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessage("stored bytes are not a PaperSignal");
  }
}
