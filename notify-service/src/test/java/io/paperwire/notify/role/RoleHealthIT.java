package io.paperwire.notify.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperwire.embedded.Backend;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.POSTGRES, Backend.MAILBOX})
final class RoleHealthIT {

  /** Port 1 of loopback: nothing listens there. */
  private static final String NOBODY = "127.0.0.1:1";

  private final Backends backends;

  RoleHealthIT(Backends backends) {
    this.backends = backends;
  }

  /** Both at the same time: each takes a while to give up the neighbours that never answer. */
  @Test
  void shouldBeDownWithoutBrokerAndRegistryAlsoWhereNothingIsMatched() throws Exception {
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> roles =
          List.of(
              both.submit(() -> assertDownWithoutBrokerAndRegistry("web")),
              both.submit(() -> assertDownWithoutBrokerAndRegistry("deliver")));
      for (Future<?> role : roles) {
        role.get();
      }
    }
  }

  private String assertDownWithoutBrokerAndRegistry(String role)
      throws IOException, InterruptedException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", -1);
    settings.put("paperwire.roles", role);
    settings.put("kafka.bootstrap.servers", NOBODY);
    settings.put("paperwire.registry.url", "http://" + NOBODY);
    settings.put("datasources.default.url", backends.jdbcUrl("role_health_" + role));
    settings.put("datasources.default.username", backends.databaseUser());
    settings.put("datasources.default.password", backends.databasePassword());
    settings.put("paperwire.mail.smtp.host", backends.mailbox().smtpHost());
    settings.put("paperwire.mail.smtp.port", backends.mailbox().smtpPort());
    settings.put("paperwire.deliver.close-timeout", "1s");
    settings.put("paperwire.token.secret", UUID.randomUUID().toString());
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> health =
          http.send(
              HttpRequest.newBuilder(server.getURI().resolve("/health")).build(),
              BodyHandlers.ofString());

      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body())
          .contains(
              "\"broker\":{\"name\":\"notify-service\",\"status\":\"DOWN\"",
              "\"servers\":\"127.0.0.1:1\"",
              "\"registry\":{\"name\":\"notify-service\",\"status\":\"DOWN\"",
              "\"url\":\"http://127.0.0.1:1\"")
          .doesNotContain("\"stream\":");
    }
    return role;
  }
}
