package io.paperwire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docker-compose.yml} against the Compose specification and this project's rules. */
final class ComposeFileTest {

  private static final Pattern REQUIRED_VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");
  private static final Pattern SETTING = Pattern.compile("paperwire(?:[.-][a-z0-9]+)+");
  private static final Pattern SECRET_NAME = Pattern.compile(".*(SECRET|PASSWORD|TOKEN|KEY)S?");

  private final ComposeFile compose = read();

  @Test
  void shouldFollowTheComposeSpecification() throws IOException {
    assertThat(violations(compose.tree())).isEmpty();
  }

  @Test
  void shouldNoticeAKeyThatTheSpecificationDoesNotKnow() throws IOException {
    JsonNode misspelt = compose.tree().deepCopy();
    ((ObjectNode) misspelt.at("/services/kafka")).put("helthcheck", "none");

    assertThat(violations(misspelt)).isNotEmpty();
  }

  @Test
  void shouldPinTheVersionOfEachForeignImage() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              if (!service.has("build")) {
                assertThat(service.path("image").asText())
                    .as("image of %s", name)
                    .matches("[a-z/-]+:v?[0-9][0-9.]*");
              }
            });
  }

  @Test
  void shouldSayWhenEachServiceIsHealthyAndStartItAgainWhenItDies() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              assertThat(ComposeFile.texts(service.at("/healthcheck/test")))
                  .as("health check of %s", name)
                  .startsWith("CMD");
              assertThat(service.path("restart").asText()).as(name).isEqualTo("unless-stopped");
            });
  }

  @Test
  void shouldKeepNoLogForEver() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat(service.at("/logging/driver").asText())
                    .as("what keeps the log of %s", name)
                    .isEqualTo("local"));
  }

  @Test
  void shouldAskEachOfOurServicesForItsHealthOnThePortThatItListensOn() {
    compose
        .ownServices()
        .forEach(
            (name, service) ->
                assertThat(ComposeFile.texts(service.at("/healthcheck/test")))
                    .as("health check of %s", name)
                    .endsWith(
                        ComposeFile.environment(service).get("MICRONAUT_SERVER_PORT"), "/health"));
  }

  @Test
  void shouldStartAServiceOnlyWhenAllThatItNamesIsHealthy() {
    Set<String> names = compose.services().keySet();
    compose
        .services()
        .forEach(
            (name, service) -> {
              List<String> named =
                  names.stream()
                      .filter(other -> !other.equals(name))
                      .filter(other -> namesHost(service, other))
                      .toList();
              assertThat(ComposeFile.dependencies(service).keySet())
                  .as("what %s waits for", name)
                  .containsExactlyInAnyOrderElementsOf(named);
              assertThat(ComposeFile.dependencies(service).values())
                  .as("what %s waits for", name)
                  .allMatch("service_healthy"::equals);
            });
  }

  @Test
  void shouldTakeSecretsFromOutsideAndHaveNoneOfItsOwn() {
    compose
        .services()
        .forEach(
            (name, service) ->
                ComposeFile.environment(service)
                    .forEach(
                        (key, value) -> {
                          if (SECRET_NAME.matcher(key).matches() && !value.isEmpty()) {
                            assertThat(value).as("%s of %s", key, name).matches(REQUIRED_VARIABLE);
                          }
                        }));
  }

  @Test
  void shouldListenOnThisMachineOnly() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat(ComposeFile.texts(service.path("ports")))
                    .as("ports of %s", name)
                    .allMatch(port -> port.startsWith("127.0.0.1:")));
  }

  @Test
  void shouldBuildOurServicesFromTheirModules() {
    assertThat(compose.ownServices().keySet())
        .containsExactly("enrich-service", "ingest-service", "notify-service");
    compose
        .ownServices()
        .forEach(
            (name, service) -> {
              assertThat(service.path("build").asText()).isEqualTo(name);
              assertThat(compose.project().resolve(name).resolve("Dockerfile"))
                  .content()
                  .contains("\"/app/" + name + ".jar\"")
                  .containsPattern("(?m)^USER [1-9]");
            });
  }

  @Test
  void shouldGiveOurServicesOnlySettingsThatTheyRead() {
    Set<String> services = compose.ownServices().keySet();
    compose
        .ownServices()
        .forEach(
            (name, service) -> {
              Set<String> read = settings(name, services);
              assertThat(ComposeFile.environment(service).keySet())
                  .as("settings of %s", name)
                  .filteredOn(key -> key.startsWith("PAPERWIRE_"))
                  .isNotEmpty()
                  .isSubsetOf(read);
            });
  }

  @Test
  void shouldGiveVolumesNamesThatAreDeclared() {
    List<String> used =
        compose.services().values().stream()
            .flatMap(service -> ComposeFile.texts(service.path("volumes")).stream())
            .filter(volume -> !volume.startsWith("."))
            .map(volume -> volume.substring(0, volume.indexOf(':')))
            .toList();

    assertThat(used)
        .doesNotHaveDuplicates()
        .hasSameElementsAs(
            compose.tree().path("volumes").propertyStream().map(Map.Entry::getKey).toList());
  }

  private static List<Error> violations(JsonNode tree) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (InputStream in =
        Objects.requireNonNull(
            ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json"))) {
      ObjectNode schema = (ObjectNode) json.readTree(in);
      // It names its dialect by an address at which there is none.
      schema.remove("$schema");
      return new ValidatorFactory()
          .withDefaultDialect(new Dialects.Draft2019Dialect())
          .withJsonNodeFactory(new JacksonNode.Factory())
          .validate(schema, tree)
          .getErrors();
    }
  }

  private static boolean namesHost(JsonNode service, String host) {
    Pattern place = Pattern.compile("(?:^|//)" + Pattern.quote(host) + "(?:$|[:/])");
    return ComposeFile.environment(service).values().stream()
        .anyMatch(value -> place.matcher(value).find());
  }

  /**
   * The settings whose names stand as text in what is compiled into a service, as environment
   * variables: to Micronaut each underscore is a dot or a hyphen.
   */
  private Set<String> settings(String service, Set<String> services) {
    Set<String> settings = new HashSet<>();
    try (Stream<Path> modules = Files.list(compose.project())) {
      for (Path classes :
          modules
              .filter(
                  module ->
                      !services.contains(module.getFileName().toString())
                          || module.endsWith(service))
              .map(module -> module.resolve("target/classes"))
              .filter(Files::isDirectory)
              .toList()) {
        addSettings(settings, classes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  private static void addSettings(Set<String> settings, Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        SETTING
            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
            .results()
            .map(name -> name.group().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
            .forEach(settings::add);
      }
    }
  }

  private static ComposeFile read() {
    try {
      return ComposeFile.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
