package io.paperwire.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Holds the description of the HTTP API against what the service does. */
final class OpenApiTest {

  private static final String FILE = "/openapi/submission.yml";

  private final Map<String, Object> description = description();

  private static Map<String, Object> description() {
    try (InputStream file = OpenApiTest.class.getResourceAsStream(FILE)) {
      return new Yaml().load(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, Object> at(String... path) {
    Map<String, Object> found = description;
    for (String step : path) {
      found = map(found.get(step));
    }
    return found;
  }

  @SuppressWarnings("unchecked") // YAML's maps have texts for keys
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @Test
  void shouldDescribeEachOperationWithItsMediaTypes() {
    String root =
        Objects.requireNonNull(SubmissionController.class.getAnnotation(Controller.class)).value();
    Map<String, Set<String>> done = new TreeMap<>();
    for (Method method : SubmissionController.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Post.class)) {
        done.put(
            root + Objects.requireNonNull(method.getAnnotation(Post.class)).value(),
            new TreeSet<>(
                Arrays.asList(
                    Objects.requireNonNull(method.getAnnotation(Consumes.class)).value())));
      }
    }
    Map<String, Set<String>> described = new TreeMap<>();
    for (String path : at("paths").keySet()) {
      assertThat(at("paths", path)).containsOnlyKeys("post");
      described.put(
          path, new TreeSet<>(at("paths", path, "post", "requestBody", "content").keySet()));
    }
    assertThat(described).isEqualTo(done).isNotEmpty();
  }

  static Stream<Map.Entry<String, Class<? extends Record>>> answers() {
    return Stream.of(
        Map.entry("Answer", SubmissionAnswer.class),
        Map.entry("Item", ItemOutcome.class),
        Map.entry("Problem", Problem.class));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void shouldDescribeEachFieldOfAnAnswer(Map.Entry<String, Class<? extends Record>> answer) {
    assertThat(at("components", "schemas", answer.getKey(), "properties").keySet())
        .containsExactlyElementsOf(
            Arrays.stream(answer.getValue().getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void shouldServeItToWhoeverAsks() throws Exception {
    Map<String, Object> settings =
        Map.of("micronaut.server.port", -1, "kafka.bootstrap.servers", "127.0.0.1:1");
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(server.getURI().resolve("/openapi.yml")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(new Yaml().<Map<String, Object>>load(answer.body())).isEqualTo(description);
    }
  }
}
