package io.paperwire.bench.relevance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What readers judged, out of the resources of this package: lines of columns between tabs. */
final class Judgements {

  private static final String RIGHT = "right";
  private static final String WRONG = "wrong";

  private final Map<String, Boolean> tags = new LinkedHashMap<>();
  private final Map<String, String> samples = new LinkedHashMap<>();

  /** All tags that a reader judged. */
  static Judgements load() {
    Judgements judgements = new Judgements();
    for (String[] columns : read("tags.tsv")) {
      boolean right =
          switch (columns[2]) {
            case RIGHT -> true;
            case WRONG -> false;
            default ->
                throw new IllegalStateException("tags.tsv: neither right nor wrong: " + columns[2]);
          };
      judgements.tags.put(columns[0] + '\t' + columns[1], right);
      judgements.samples.put(columns[0], columns[3]);
    }
    return judgements;
  }

  /** Whether a reader calls a topic of a paper right; nothing if nobody judged it. */
  Optional<Boolean> right(String paper, String topic) {
    return Optional.ofNullable(tags.get(paper + '\t' + topic));
  }

  /** Whether tags of a paper were judged. */
  boolean knows(String paper) {
    return samples.containsKey(paper);
  }

  /** The sample that a paper was drawn in; nothing if no tag of it was judged. */
  Optional<String> sample(String paper) {
    return Optional.ofNullable(samples.get(paper));
  }

  /** The lines of a resource without comments, each as its columns. */
  static List<String[]> read(String resource) {
    try (InputStream in = Judgements.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing in bench");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
