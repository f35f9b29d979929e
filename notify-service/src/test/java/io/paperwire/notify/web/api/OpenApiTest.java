package io.paperwire.notify.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.paperwire.deployment.ApiDescription;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Holds the description of the JSON API against what the web role does. */
final class OpenApiTest {

  private final Map<String, Object> description = description();

  private static Map<String, Object> description() {
    try {
      return new Yaml().load(ApiDescription.read(new ResourceResolver(), "web.yml"));
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
  void shouldDescribeEachOperation() {
    Map<String, Set<String>> described = new TreeMap<>();
    for (String path : at("paths").keySet()) {
      Set<String> verbs = new TreeSet<>(at("paths", path).keySet());
      verbs.remove("parameters");
      described.put(path, verbs);
    }

    assertThat(described).isEqualTo(operations()).hasSizeGreaterThan(10);
  }

  /** What answers below {@code /api}, wherever it stands. */
  private static List<Class<?>> controllers() {
    Path classes =
        Path.of(
            URI.create(
                PapersApi.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> !name.endsWith("-info"))
          .<Class<?>>map(OpenApiTest::load)
          .filter(type -> root(type).startsWith("/api"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, OpenApiTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String root(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(Controller.class))
        .map(Controller::value)
        .orElse("");
  }

  private static Map<String, Set<String>> operations() {
    Map<String, Set<String>> operations = new TreeMap<>();
    for (Class<?> controller : controllers()) {
      String root = root(controller);
      for (Method method : controller.getDeclaredMethods()) {
        Stream.of(
                path("get", method.getAnnotation(Get.class), Get::value),
                path("put", method.getAnnotation(Put.class), Put::value),
                path("post", method.getAnnotation(Post.class), Post::value),
                path("delete", method.getAnnotation(Delete.class), Delete::value))
            .flatMap(Optional::stream)
            .forEach(
                operation ->
                    operations
                        .computeIfAbsent(root + operation.getValue(), _ -> new TreeSet<>())
                        .add(operation.getKey()));
      }
    }
    return operations;
  }

  /** A verb and the path of a method that has the verb's annotation. */
  private static <A> Optional<Map.Entry<String, String>> path(
      String verb, @Nullable A annotation, Function<A, String> path) {
    return Optional.ofNullable(annotation)
        .map(path)
        .map(given -> Map.entry(verb, given.equals("/") ? "" : given.replace("{+", "{")));
  }

  static Stream<Map.Entry<String, Class<? extends Record>>> bodies() {
    return Stream.of(
        Map.entry("Papers", PapersApi.PapersBody.class),
        Map.entry("Paper", PapersApi.PaperBody.class),
        Map.entry("Link", PapersApi.LinkBody.class),
        Map.entry("Topic", PapersApi.TopicBody.class),
        Map.entry("Place", PapersApi.PlaceBody.class),
        Map.entry("KnownTopic", PapersApi.KnownTopic.class),
        Map.entry("Preferences", SubscriptionsApi.PreferencesBody.class),
        Map.entry("SignUp", SubscriptionsApi.SignUpRequest.class),
        Map.entry("Subscription", SubscriptionsApi.Subscription.class),
        Map.entry("Token", SubscriptionsApi.TokenBody.class),
        Map.entry("Confirmed", SubscriptionsApi.Confirmed.class),
        Map.entry("Status", SubscriptionsApi.Status.class),
        Map.entry("Preview", InterestsApi.PreviewBody.class),
        Map.entry("Caught", InterestsApi.CaughtBody.class),
        Map.entry("Left", InterestsApi.LeftBody.class),
        Map.entry("Why", InterestsApi.WhyBody.class),
        Map.entry("Likes", LikesApi.LikesBody.class),
        Map.entry("Example", LikesApi.ExampleBody.class),
        Map.entry("Awaited", LikesApi.AwaitedBody.class),
        Map.entry("NewLikes", LikesApi.NewLikes.class),
        Map.entry("Library", LikesApi.LibraryBody.class),
        Map.entry("LikesReport", LikesApi.ReportBody.class),
        Map.entry("Liked", LikesApi.LikedBody.class),
        Map.entry("Closeness", LikesApi.ClosenessBody.class),
        Map.entry("Order", OrderApi.OrderBody.class),
        Map.entry("DeliveryReport", DeliveryReportsApi.Answer.class),
        Map.entry("Problem", Problem.class));
  }

  @Test
  void shouldDescribeNoOtherBody() {
    assertThat(at("components", "schemas").keySet())
        .containsExactlyInAnyOrderElementsOf(bodies().map(Map.Entry::getKey).toList());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void shouldDescribeEachFieldOfABody(Map.Entry<String, Class<? extends Record>> body) {
    Map<String, Object> schema = at("components", "schemas", body.getKey());

    assertThat(map(schema.get("properties")).keySet())
        .containsExactlyElementsOf(fields(body.getValue()));
    assertThat(fields(body.getValue())).containsAll(required(schema));
  }

  private static List<String> fields(Class<? extends Record> body) {
    return Arrays.stream(body.getRecordComponents()).map(OpenApiTest::name).toList();
  }

  private static String name(RecordComponent field) {
    return Optional.ofNullable(field.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(field.getName());
  }

  private static List<String> required(Map<String, Object> schema) {
    List<String> required = new ArrayList<>();
    if (schema.get("required") instanceof List<?> names) {
      names.forEach(name -> required.add(String.valueOf(name)));
    }
    return required;
  }

  @Test
  void shouldPointAtWhatIsThere() {
    List<String> references = new ArrayList<>();
    collect(description, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              String[] steps = reference.split("/");
              assertThat(steps).hasSize(4).startsWith("#", "components");
              assertThat(at("components", steps[2])).containsKey(steps[3]);
            });
  }

  private static void collect(@Nullable Object node, List<String> references) {
    switch (node) {
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String reference) {
          references.add(reference);
        }
        map.values().forEach(each -> collect(each, references));
      }
      case List<?> list -> list.forEach(each -> collect(each, references));
      case null, default -> {}
    }
  }
}
