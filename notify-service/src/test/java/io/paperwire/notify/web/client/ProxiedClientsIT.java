package io.paperwire.notify.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.util.Map;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class ProxiedClientsIT {

  private final Backends backends;

  ProxiedClientsIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldLimitEachClientBehindAProxyByItself() {
    Map<String, Object> settings =
        Map.of(
            "paperwire.web.sign-up.client-limit",
            1,
            "micronaut.server.client-address-header",
            "X-Forwarded-For");
    try (RunningWeb web = RunningWeb.start(backends, "proxied-it", settings)) {
      assertThat(signUp(web, "a", "192.0.2.1")).isEqualTo(202);
      assertThat(signUp(web, "b", "192.0.2.1")).isEqualTo(429);
      assertThat(signUp(web, "c", "203.0.113.9, 192.0.2.1")).isEqualTo(429);
      assertThat(signUp(web, "d", "192.0.2.2")).isEqualTo(202);
      assertThat(signUp(web, "e", "2001:db8:1:2::1")).isEqualTo(202);
      assertThat(signUp(web, "f", "2001:db8:1:2:ffff::1")).isEqualTo(429);
    }
  }

  private static int signUp(RunningWeb web, String name, String client) {
    String form = "address=" + name + "%40example.org&phrases=robots";
    return web.send(web.postOf("/subscribe", form).header("X-Forwarded-For", client)).statusCode();
  }
}
