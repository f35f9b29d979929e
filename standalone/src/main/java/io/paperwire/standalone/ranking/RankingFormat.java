package io.paperwire.standalone.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperwire.likeness.PaperText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How papers and profiles are written as JSON. Fields that ranking does not need are passed over,
 * and an id is any text or number: it is given back as it came.
 */
final class RankingFormat {

  private final JsonMapper json = new JsonMapper();

  /** A paper: {@code {"id","title","abstract","categories"}}, of which the first two are needed. */
  PaperText paper(String line) throws BadLine {
    JsonNode node = object(line);
    return new PaperText(
        id(node), title(node), node.path("abstract").asText(""), ids(node, "categories"));
  }

  /** A profile: {@code {"id","likes":[],"dislikes":[],"candidates":[]}}, id needed. */
  ProfileLine profile(String line) throws BadLine {
    JsonNode node = object(line);
    Optional<List<String>> candidates =
        node.hasNonNull("candidates") ? Optional.of(ids(node, "candidates")) : Optional.empty();
    return new ProfileLine(id(node), ids(node, "likes"), ids(node, "dislikes"), candidates);
  }

  /** What a profile wants: {@code {"id","relevant":[ids]}}, by its id. */
  Map<String, Set<String>> wanted(String line) throws BadLine {
    JsonNode node = object(line);
    return Map.of(id(node), Set.copyOf(ids(node, "relevant")));
  }

  /** Candidates: an array of ids. */
  List<String> candidates(String text) throws BadLine {
    JsonNode node = parse(text);
    if (!node.isArray()) {
      throw new BadLine("candidates are a JSON array of ids, such as [\"arxiv:2401.01234\"]");
    }
    return elements(node, "candidates");
  }

  private JsonNode object(String line) throws BadLine {
    JsonNode node = parse(line);
    if (!node.isObject()) {
      throw new BadLine("a line is a JSON object");
    }
    return node;
  }

  private JsonNode parse(String text) throws BadLine {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadLine("not JSON: " + e.getOriginalMessage());
    }
  }

  private static String id(JsonNode node) throws BadLine {
    JsonNode id = node.path("id");
    if (!id.isValueNode() || id.asText("").isBlank()) {
      throw new BadLine("\"id\" is missing");
    }
    return id.asText();
  }

  private static String title(JsonNode node) throws BadLine {
    String title = node.path("title").asText("");
    if (title.isBlank()) {
      throw new BadLine("\"title\" is missing");
    }
    return title;
  }

  private static List<String> ids(JsonNode node, String field) throws BadLine {
    JsonNode ids = node.path(field);
    if (ids.isMissingNode() || ids.isNull()) {
      return List.of();
    }
    if (!ids.isArray()) {
      throw new BadLine("\"" + field + "\" is an array");
    }
    return elements(ids, field);
  }

  private static List<String> elements(JsonNode array, String field) throws BadLine {
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    for (JsonNode id : array) {
      if (!id.isValueNode() || id.isNull()) {
        throw new BadLine("\"" + field + "\" has an element that is neither text nor number");
      }
      ids.add(id.asText());
    }
    return new ArrayList<>(ids);
  }
}
