package io.paperwire.ingest.source;

import java.util.Map;
import java.util.Optional;

/**
 * How far a source has been read.
 *
 * @param parts position by part: a file, a category
 */
public record Positions(Map<String, Position> parts) {

  public Positions {
    parts = Map.copyOf(parts);
  }

  /** A source that was never read. */
  public static Positions none() {
    return new Positions(Map.of());
  }

  /** The position of a part. */
  public Optional<Position> of(String part) {
    return Optional.ofNullable(parts.get(part));
  }
}
