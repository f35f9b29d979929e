package io.paperwire.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.embedded.BackendPrograms;
import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.process.LoopbackPort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryProcessIT {

  private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";

  @TempDir private Path folder;

  @Test
  void shouldKnowSchemasByTheSameIdAfterARestart() throws Exception {
    try (RegistryProcess registry = start()) {
      String registered = post(registry, "/subjects/papers-value/versions", SCHEMA);
      assertThat(registered).contains("\"id\":");

      registry.restart();

      assertThat(post(registry, "/subjects/papers-value/versions", SCHEMA)).isEqualTo(registered);
    }
  }

  @Test
  void shouldSayHowToBuildWhatIsNotThere() {
    assertThatThrownBy(
            () ->
                RegistryProcess.start(
                    new BackendPrograms(folder, folder, false), folder, LoopbackPort.free()))
        .isInstanceOfSatisfying(
            EmbeddedException.class,
            e -> assertThat(e.reason()).isEqualTo(EmbeddedException.Reason.NOT_BUILT))
        .hasMessage("there is no schema registry in " + folder + ": run mvn package");
  }

  private RegistryProcess start() throws InterruptedException {
    RegistryProcess registry =
        RegistryProcess.start(BackendPrograms.built(), folder, LoopbackPort.free());
    registry.awaitReady();
    return registry;
  }

  private static String post(RegistryProcess registry, String path, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(registry.url() + path))
                  .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
