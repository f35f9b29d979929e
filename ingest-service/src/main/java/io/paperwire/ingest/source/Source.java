package io.paperwire.ingest.source;

import java.io.IOException;

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

  /** How the source is. May be asked at any time, by any thread. */
  SourceCondition condition();
}
