package io.paperwire.ingest.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a source is while it is being read: the positions it was opened at, and those of the
 * pages it has yielded since. Belongs to one thread.
 */
public final class Progress {

  private final Map<String, Position> parts;

  /** Begins at the committed positions. */
  public Progress(Positions committed) {
    this.parts = new HashMap<>(committed.parts());
  }

  /** The position of a part. */
  public Optional<Position> of(String part) {
    return Optional.ofNullable(parts.get(part));
  }

  /** Takes over how far a page goes. */
  public void advance(Map<String, Position> advances) {
    parts.putAll(advances);
  }
}
