package io.paperwire.ingest.source;

import java.io.IOException;
import java.util.Optional;

/** One upstream of papers. */
public interface Source {

  /** Its name in events, state and configuration: lower-case letters, digits, hyphens. */
  String name();

  /**
   * Starts to read where a former reader stopped.
   *
   * @param positions what was committed last
   * @throws IOException if it cannot be read at all just now
   */
  PageReader open(Positions positions) throws IOException;

  /**
   * The same source for a time of the past: it reads that, and then ends. Its positions are apart
   * from those of the present, so that it goes on where it stopped.
   *
   * @return empty if the upstream cannot be asked for the past
   */
  default Optional<Source> backfill(Period period) {
    return Optional.empty();
  }

  /** How the source is. May be asked at any time, by any thread. */
  SourceCondition condition();
}
