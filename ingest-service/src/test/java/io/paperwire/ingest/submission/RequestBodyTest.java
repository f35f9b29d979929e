package io.paperwire.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.submission.RequestBody.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestBodyTest {

  private static final Parsed<List<Item>> TOO_MANY =
      Parsed.invalid(
          Fault.TOO_LARGE, "the request has more than 50000 items: send them in several requests");

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static List<Integer> places(Parsed<List<Item>> items) {
    return switch (items) {
      case Parsed.Valid<List<Item>>(List<Item> all) -> all.stream().map(Item::place).toList();
      case Parsed.Invalid<List<Item>>(Fault fault, String reason) ->
          throw new AssertionError(fault + ": " + reason);
    };
  }

  @Test
  void shouldTellTheLineOfAnItem() {
    assertThat(places(RequestBody.lines(bytes("\n{}\r\n\n  \n{}")))).containsExactly(2, 5);
    assertThat(places(RequestBody.json(bytes("[{},{}]")))).containsExactly(1, 2);
  }

  @Test
  void shouldTakeNoMoreItemsThanCanBeAnswered() {
    assertThat(places(RequestBody.json(bytes("[0" + ",0".repeat(49_999) + "]")))).hasSize(50_000);
    assertThat(RequestBody.json(bytes("[0" + ",0".repeat(50_000) + "]"))).isEqualTo(TOO_MANY);
    assertThat(places(RequestBody.lines(bytes("0\n".repeat(50_000) + "\n")))).hasSize(50_000);
    assertThat(RequestBody.lines(bytes("0\n".repeat(50_001)))).isEqualTo(TOO_MANY);
  }

  /** What takes ten bytes of memory for each of its own is not read to its end. */
  @Test
  void shouldNotReadJsonOfMillionsOfValues() {
    assertThat(RequestBody.json(bytes("[0" + ",0".repeat(2_000_000) + "]")))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class,
            invalid -> assertThat(invalid.fault()).isEqualTo(Fault.MALFORMED_JSON));
  }
}
