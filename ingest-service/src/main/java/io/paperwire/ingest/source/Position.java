package io.paperwire.ingest.source;

import java.util.Map;
import java.util.Optional;

/**
 * How far one part of a source has been read, in the source's own words.
 *
 * @param attributes names and values
 */
public record Position(Map<String, String> attributes) {

  public Position {
    attributes = Map.copyOf(attributes);
  }

  /** The value of an attribute. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(attributes.get(name));
  }
}
