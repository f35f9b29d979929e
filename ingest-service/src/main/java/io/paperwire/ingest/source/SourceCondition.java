package io.paperwire.ingest.source;

import io.paperwire.ingest.freshness.Freshness;
import java.util.Map;

/**
 * How a source is.
 *
 * @param freshness in one word
 * @param reason why, in a sentence
 * @param parts how each of its parts is, by name
 */
public record SourceCondition(Freshness freshness, String reason, Map<String, String> parts) {

  public SourceCondition {
    parts = Map.copyOf(parts);
  }

  /** A condition of a source without parts. */
  public static SourceCondition of(Freshness freshness, String reason) {
    return new SourceCondition(freshness, reason, Map.of());
  }
}
