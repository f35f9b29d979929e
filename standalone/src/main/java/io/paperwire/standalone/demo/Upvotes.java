package io.paperwire.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.TreeSet;

/**
 * Upvotes as ingest takes them.
 *
 * @param lines JSON Lines
 * @param paperIds canonical ids of the papers that get some
 */
public record Upvotes(String lines, Set<String> paperIds) {

  public Upvotes {
    paperIds = Set.copyOf(paperIds);
  }

  /** Upvotes out of well-formed lines. */
  static Upvotes of(String lines) throws JsonProcessingException {
    JsonMapper json = new JsonMapper();
    Set<String> ids = new TreeSet<>();
    for (String line : lines.lines().toList()) {
      ids.add(json.readTree(line).required("id").asText());
    }
    return new Upvotes(lines, ids);
  }
}
