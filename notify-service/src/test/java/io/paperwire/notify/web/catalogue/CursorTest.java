package io.paperwire.notify.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CursorTest {

  @Test
  void shouldReadWhatItWrote() {
    Cursor cursor = new Cursor(1_781_308_800_123.0, "doi:10.1/a b <é>");
    assertThat(Cursor.decode(cursor.encoded())).contains(cursor);
    assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void shouldRefuseAnythingElse() {
    assertThat(
            Stream.of(
                "", "1", " id", "NaN id", "Infinity id", "x id", "1 \0", "1e15 id", "-1e300 id"))
        .allSatisfy(text -> assertThat(Cursor.decode(base64(text))).isEmpty());
  }

  @Test
  void shouldRefuseWhatIsNotBase64() {
    assertThat(Cursor.decode("%%%")).isEmpty();
    assertThat(Cursor.decode("A".repeat(5000))).isEmpty();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
