package io.paperwire.ingest.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All addresses are literal, so that no name is looked up. */
final class PublicAddressesTest {

  private final PublicAddresses addresses = new PublicAddresses(Set.of("127.0.0.1:8080"));

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "128.84.21.199", "2606:4700::1111", "100.128.0.1"})
  void shouldKnowPublicAddresses(String address) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "0.1.2.3",
        "100.64.0.1",
        "192.0.0.170",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:1::"
      })
  void shouldRefusePrivateAddresses(String address) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.0.0.1:8081/",
        "https://127.0.0.1:8443/",
        "http://[::1]/",
        "http://2130706433/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "http:///",
        "gopher://8.8.8.8",
        "http://user:password@8.8.8.8/",
        "relative"
      })
  void shouldRefuseToAsk(String address) {
    assertThatThrownBy(() -> addresses.check(URI.create(address))).isInstanceOf(IOException.class);
  }

  @Test
  void shouldAskAPrivateHostThatIsNamed() {
    assertThatCode(() -> addresses.check(URI.create("http://127.0.0.1:8080/x")))
        .doesNotThrowAnyException();
    assertThatCode(() -> addresses.check(URI.create("https://8.8.8.8/")))
        .doesNotThrowAnyException();
  }
}
