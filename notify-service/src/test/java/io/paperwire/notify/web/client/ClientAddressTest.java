package io.paperwire.notify.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientAddressTest {

  @Test
  void shouldCountEachIpv4Address() {
    assertThat(ClientAddress.network("192.0.2.17")).isEqualTo("192.0.2.17");
    assertThat(ClientAddress.network("unknown")).isEqualTo("unknown");
  }

  @Test
  void shouldCountAllAddressesOfAnIpv6NetworkAsOneClient() {
    String network = "20:01:0d:b8:00:01:00:02";

    assertThat(ClientAddress.network("2001:db8:1:2:aaaa:bbbb:cccc:1")).isEqualTo(network);
    assertThat(ClientAddress.network("2001:db8:1:2::1")).isEqualTo(network);
    assertThat(ClientAddress.network("[2001:DB8:1:2::7]")).isEqualTo(network);
    assertThat(ClientAddress.network("2001:db8:1:3::1")).isNotEqualTo(network);
    assertThat(ClientAddress.network("2001:db8::1:2:3:4"))
        .isEqualTo(ClientAddress.network("2001:db8:0:0:1:2:3:4"));
  }

  @Test
  void shouldNotTakeEachConnectionForAClient() {
    assertThat(ClientAddress.network("192.0.2.17:50123")).isEqualTo("192.0.2.17");
    assertThat(ClientAddress.network("[2001:db8:1:2::7]:50123"))
        .isEqualTo(ClientAddress.network("2001:db8:1:2::7"));
    assertThat(ClientAddress.network("2001:db8:1:2:3:4:5:17"))
        .isEqualTo(ClientAddress.network("2001:db8:1:2::1"));
  }

  @Test
  void shouldTakeTheAddressThatTheProxyHasSeen() {
    assertThat(ClientAddress.last(List.of("10.0.0.1, 192.0.2.17"))).contains("192.0.2.17");
    assertThat(ClientAddress.last(List.of("10.0.0.1", "192.0.2.18 "))).contains("192.0.2.18");
    assertThat(ClientAddress.last(List.of(" ,"))).isEmpty();
    assertThat(ClientAddress.last(List.of())).isEmpty();
  }

  @Test
  void shouldBelieveAHeaderOnlyWhereItIsNamed() {
    HttpServerConfiguration behindProxy = new HttpServerConfiguration();
    behindProxy.setClientAddressHeader("X-Forwarded-For");
    HttpRequest<?> request =
        HttpRequest.GET("/")
            .header("X-Forwarded-For", "192.0.2.17")
            .header("Forwarded", "for=192.0.2.18");

    assertThat(new ClientAddress(behindProxy).of(request)).isEqualTo("192.0.2.17");
    assertThat(new ClientAddress(behindProxy).of(HttpRequest.GET("/")))
        .isEqualTo(new ClientAddress(new HttpServerConfiguration()).of(request));
  }
}
