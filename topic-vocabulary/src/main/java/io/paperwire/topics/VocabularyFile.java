package io.paperwire.topics;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads topics out of YAML, node by node, so that each mistake has its line. */
final class VocabularyFile {

  private static final List<String> FIELDS =
      List.of("id", "label", "broader", "combines", "aliases", "in-context", "categories");

  /**
   * A topic and where it stands.
   *
   * @param file name of its file
   * @param line from 1
   */
  record Entry(ResearchTopic topic, String file, int line) {

    /** Where it stands, as seen from another topic. */
    String placeFrom(Entry other) {
      return file.equals(other.file) ? "line " + line : file + ", line " + line;
    }
  }

  private final String name;

  private VocabularyFile(String name) {
    this.name = name;
  }

  /**
   * Reads the topics in their order.
   *
   * @param name the file's name, for messages
   * @throws VocabularyException if the text is not a list of topics
   */
  static List<Entry> read(String name, Reader text) {
    VocabularyFile file = new VocabularyFile(name);
    return file.entries(file.compose(text));
  }

  /**
   * Reads the names of the files of a vocabulary in their order.
   *
   * @param name the index's name, for messages
   * @throws VocabularyException if the text is not a list of names
   */
  static List<String> readIndex(String name, Reader text) {
    VocabularyFile index = new VocabularyFile(name);
    if (!(index.compose(text) instanceof SequenceNode list)) {
      throw new VocabularyException(name, 1, "the index must be a list of files: '- physics.yaml'");
    }
    return list.getValue().stream().map(index::text).toList();
  }

  private Node compose(Reader text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(options).compose(text);
    } catch (MarkedYAMLException mistake) {
      int line = Optional.ofNullable(mistake.getProblemMark()).map(Mark::getLine).orElse(0) + 1;
      throw new VocabularyException(name, line, "this is not YAML: " + mistake.getProblem());
    }
  }

  private List<Entry> entries(Node root) {
    if (!(root instanceof SequenceNode list)) {
      throw new VocabularyException(name, 1, "the file must be a list of topics: '- id: ...'");
    }
    List<Entry> entries = new ArrayList<>();
    for (Node node : list.getValue()) {
      entries.add(new Entry(topic(node), name, line(node)));
    }
    return entries;
  }

  private ResearchTopic topic(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw mistake(node, "a topic must have fields: '- id: ...' and below it 'label: ...'");
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple field : mapping.getValue()) {
      String key = text(field.getKeyNode());
      if (!FIELDS.contains(key)) {
        throw mistake(
            field.getKeyNode(), "'" + key + "' is no field of a topic; the fields are " + FIELDS);
      }
      fields.put(key, field.getValueNode());
    }
    return new ResearchTopic(
        required(node, fields, "id"),
        required(node, fields, "label"),
        texts(fields, "broader"),
        texts(fields, "combines"),
        texts(fields, "aliases"),
        texts(fields, "in-context"),
        new LinkedHashSet<>(texts(fields, "categories")));
  }

  private String required(Node topic, Map<String, Node> fields, String key) {
    Node value = fields.get(key);
    if (value == null) {
      throw mistake(topic, "the topic has no " + key + "; add '" + key + ": ...'");
    }
    return text(value);
  }

  private List<String> texts(Map<String, Node> fields, String key) {
    Node value = fields.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      throw mistake(value, key + " must be a list: '" + key + ": [one, two]'");
    }
    return list.getValue().stream().map(this::text).toList();
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw mistake(node, "here must be some text");
  }

  private VocabularyException mistake(Node node, String problem) {
    return new VocabularyException(name, line(node), problem);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
