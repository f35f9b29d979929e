package io.paperwire.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Upvotes as ingest takes them.
 *
 * <p>Attention fades, so votes of a past day make nothing trend. To show what does, they can be
 * played as given at another time.
 *
 * @param lines JSON Lines
 * @param paperIds canonical ids of the papers that get some
 */
public record Upvotes(String lines, Set<String> paperIds) {

  private static final Pattern GIVEN = Pattern.compile("\"at\": *\"[^\"]*\"");

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

  /** The same upvotes of the same papers, as if all were given at one time. */
  Upvotes givenAt(Instant time) {
    return new Upvotes(GIVEN.matcher(lines).replaceAll("\"at\": \"" + time + "\""), paperIds);
  }
}
