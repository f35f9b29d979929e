package io.paperwire.standalone.replay;

import java.util.Map;

/**
 * All that a deployment wrote.
 *
 * @param records committed records, those too that later ones replace
 * @param latest SHA-256 of the bytes of the last record of each paper
 */
record Outcome(long records, Map<String, String> latest) {

  /** Papers whose last record is missing here or there, or differs in a byte. */
  long differences(Outcome other) {
    long differing =
        latest.entrySet().stream()
            .filter(paper -> !paper.getValue().equals(other.latest.get(paper.getKey())))
            .count();
    long missing = other.latest.keySet().stream().filter(key -> !latest.containsKey(key)).count();
    return differing + missing;
  }
}
