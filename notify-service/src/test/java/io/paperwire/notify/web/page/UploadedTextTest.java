package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class UploadedTextTest {

  private static final String TEXT = "Über Bäume – und „Wälder“";

  @Test
  void shouldReadTheEncodingsThatReferenceManagersWrite() {
    assertThat(UploadedText.of(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    assertThat(UploadedText.of(TEXT.getBytes(StandardCharsets.UTF_16))).isEqualTo(TEXT);
    assertThat(UploadedText.of(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(TEXT);
    assertThat(UploadedText.of(TEXT.getBytes(Charset.forName("windows-1252")))).isEqualTo(TEXT);
    assertThat(UploadedText.of(new byte[0])).isEmpty();
  }
}
