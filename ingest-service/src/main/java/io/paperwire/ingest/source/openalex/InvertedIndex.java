package io.paperwire.ingest.source.openalex;

import io.paperwire.ingest.format.JsonView;
import java.util.Optional;
import java.util.TreeMap;

/** An abstract as an index: each word with the positions that it stands at. */
final class InvertedIndex {

  /** More words than any abstract has. */
  private static final int MOST_WORDS = 100_000;

  private InvertedIndex() {}

  /** The text; empty where there is no index, or one that is none. */
  static Optional<String> text(JsonView index) {
    TreeMap<Long, String> words = new TreeMap<>();
    for (String word : index.names()) {
      for (JsonView position : index.at(word).items()) {
        position.whole().ifPresent(place -> words.put(place, word));
      }
      if (words.size() > MOST_WORDS) {
        return Optional.empty();
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words.values()));
  }
}
