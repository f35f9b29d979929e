package io.paperwire.streams;

import java.util.Optional;

/**
 * How a stream is doing.
 *
 * @param phase what it does
 * @param problem what went wrong, while it is not overcome
 * @param progress how far stores are, while any are restored
 */
public record StreamsStatus(Phase phase, Optional<String> problem, Optional<String> progress) {

  /** What a stream does. */
  public enum Phase {
    /** Puts topics and schemas in place. */
    PREPARING,
    /** Joins its group and restores its stores. */
    STARTING,
    /** Processes records. */
    RUNNING,
    /** Failed and tries again. */
    RECOVERING,
    /** Ended, on request or for good. */
    STOPPED
  }

  /** Whether records are processed. */
  public boolean up() {
    return phase == Phase.RUNNING;
  }
}
