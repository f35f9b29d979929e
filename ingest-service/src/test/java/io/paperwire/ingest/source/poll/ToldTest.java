package io.paperwire.ingest.source.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ToldTest {

  private static final Told NOTHING = new Told(List.of(), List.of());

  private static RejectedInput item(Optional<String> name, Fault fault, String bytes) {
    return RejectedInput.whole(
        new Place("http://x/", 1, name), fault, "bad", RawBytes.of(bytes.getBytes(UTF_8)));
  }

  @Test
  void shouldKnowAnItemByItsNameAndFaultAndElseByItsBytes() {
    Told told =
        NOTHING
            .withItem(item(Optional.of("a"), Fault.WRONG_VALUE, "1 vote"))
            .withItem(item(Optional.empty(), Fault.WRONG_VALUE, "b"));
    assertThat(told.hasItem(item(Optional.of("a"), Fault.WRONG_VALUE, "2 votes"))).isTrue();
    assertThat(told.hasItem(item(Optional.of("a"), Fault.MISSING_FIELD, "1 vote"))).isFalse();
    assertThat(told.hasItem(item(Optional.of("b"), Fault.WRONG_VALUE, "1 vote"))).isFalse();
    assertThat(told.hasItem(item(Optional.empty(), Fault.WRONG_VALUE, "b"))).isTrue();
    assertThat(told.hasItem(item(Optional.empty(), Fault.WRONG_VALUE, "c"))).isFalse();
  }

  @Test
  void shouldForgetTheOldestOfMany() {
    Told told = NOTHING;
    for (int i = 0; i <= 1000; i++) {
      told = told.withItem(item(Optional.of("item " + i), Fault.WRONG_VALUE, ""));
    }
    assertThat(told.items()).hasSize(1000);
    assertThat(told.hasItem(item(Optional.of("item 0"), Fault.WRONG_VALUE, ""))).isFalse();
    assertThat(told.hasItem(item(Optional.of("item 1"), Fault.WRONG_VALUE, ""))).isTrue();
    assertThat(told.hasItem(item(Optional.of("item 1000"), Fault.WRONG_VALUE, ""))).isTrue();
  }

  @Test
  void shouldForgetAPlaceThatCanBeReadAgain() {
    Told told =
        NOTHING
            .withPlace("a", Fault.UNREADABLE)
            .withPlace("a", Fault.TOO_LARGE)
            .withPlace("b", Fault.UNREADABLE)
            .withoutPlace("a");
    assertThat(told.hasPlace("a", Fault.UNREADABLE)).isFalse();
    assertThat(told.hasPlace("a", Fault.TOO_LARGE)).isFalse();
    assertThat(told.hasPlace("b", Fault.UNREADABLE)).isTrue();
    assertThat(told.hasPlace("b", Fault.TOO_LARGE)).isFalse();
  }
}
