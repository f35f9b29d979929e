package io.paperwire.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docker-compose.yml} as a tree, with anchors and merge keys resolved and variables as they
 * stand.
 *
 * @param project the folder of the file
 * @param tree its content
 */
record ComposeFile(Path project, JsonNode tree) {

  /** Reads the project's file. Tests run in the folder of their module. */
  static ComposeFile read() throws IOException {
    Path project = Path.of("..").toRealPath();
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(project.resolve("docker-compose.yml"))) {
      Object content = new Yaml(new SafeConstructor(options)).load(reader);
      return new ComposeFile(project, new ObjectMapper().valueToTree(content));
    }
  }

  /** All services by name. */
  Map<String, JsonNode> services() {
    return children(tree.path("services"));
  }

  /** The services that are built from modules of this project, by name. */
  Map<String, JsonNode> ownServices() {
    Map<String, JsonNode> own = services();
    own.values().removeIf(service -> !service.has("build"));
    return own;
  }

  /** A service's environment; a variable that is only passed on has an empty value. */
  static Map<String, String> environment(JsonNode service) {
    Map<String, String> environment = new TreeMap<>();
    children(service.path("environment"))
        .forEach((name, value) -> environment.put(name, value.isNull() ? "" : value.asText()));
    return environment;
  }

  /** What a service waits for, with the condition. */
  static Map<String, String> dependencies(JsonNode service) {
    Map<String, String> conditions = new TreeMap<>();
    children(service.path("depends_on"))
        .forEach((name, value) -> conditions.put(name, value.path("condition").asText()));
    return conditions;
  }

  /** The texts of a list. */
  static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static Map<String, JsonNode> children(JsonNode object) {
    Map<String, JsonNode> children = new TreeMap<>();
    object.forEachEntry(children::put);
    return children;
  }
}
