package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FormOriginTest {

  private static final String PUBLIC = "https://papers.example.org";

  @Test
  void shouldTakeFormsOfThePublicAddressWhateverHostTheProxyAsksFor() {
    assertThat(isOwn("", PUBLIC, "10.0.0.7:8080")).isTrue();
    assertThat(isOwn("same-origin", PUBLIC, "10.0.0.7:8080")).isTrue();
    assertThat(isOwn("", "HTTPS://Papers.Example.org:443", "10.0.0.7:8080")).isTrue();
  }

  @Test
  void shouldTakeFormsOfPagesReachedByAnotherName() {
    assertThat(isOwn("", "http://localhost:8080", "localhost:8080")).isTrue();
    assertThat(isOwn("", "http://lab-server", "Lab-Server")).isTrue();
    assertThat(isOwn("same-origin", "https://www.example.org", "10.0.0.7:8080")).isTrue();
    assertThat(isOwn("none", "", "lab-server")).isTrue();
  }

  @Test
  void shouldTakeWhatIsNotSentByABrowser() {
    assertThat(isOwn("", "", "papers.example.org")).isTrue();
  }

  @Test
  void shouldRefuseFormsOfOtherSites() {
    assertThat(isOwn("", "https://evil.example", "papers.example.org")).isFalse();
    assertThat(isOwn("cross-site", "https://evil.example", "papers.example.org")).isFalse();
    assertThat(isOwn("cross-site", "https://evil.example", "evil.example")).isFalse();
    assertThat(isOwn("same-site", "https://www.example.org", "papers.example.org")).isFalse();
    assertThat(isOwn("cross-site", "", "papers.example.org")).isFalse();
    assertThat(isOwn("", "null", "papers.example.org")).isFalse();
    assertThat(isOwn("", "null", "null")).isFalse();
    assertThat(isOwn("", "not an origin", "papers.example.org")).isFalse();
  }

  @Test
  void shouldTellApartSchemesAndPortsOfThePublicAddress() {
    assertThat(isOwn("", "http://papers.example.org", "10.0.0.7:8080")).isFalse();
    assertThat(isOwn("", "https://papers.example.org:8443", "10.0.0.7:8080")).isFalse();
    assertThat(isOwn("", "https://papers.example.org.evil.example", "10.0.0.7:8080")).isFalse();
  }

  private static boolean isOwn(String fetchSite, String origin, String host) {
    return FormOrigin.isOwn(
        FormOrigin.origin(PUBLIC + "/papers/"), given(fetchSite), given(origin), given(host));
  }

  private static Optional<String> given(String header) {
    return Optional.of(header).filter(value -> !value.isEmpty());
  }
}
