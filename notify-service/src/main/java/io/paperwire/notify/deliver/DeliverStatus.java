package io.paperwire.notify.deliver;

import java.util.Map;

/**
 * How the role is doing.
 *
 * @param phase where it is between start and stop
 * @param inHand digests that are read and not settled
 * @param problems what keeps it from sending, by neighbour
 * @param counts what became of digests since the start
 */
record DeliverStatus(
    Phase phase, int inHand, Map<String, String> problems, Map<String, Long> counts) {

  /** Where the role is between start and stop. */
  enum Phase {
    /** Topics and schemas are being put in place. */
    PREPARING,
    /** Digests are read, or would be if there were no problem. */
    RUNNING,
    /** It was asked to stop, or ended. */
    STOPPED
  }

  DeliverStatus {
    problems = Map.copyOf(problems);
  }

  /** Whether digests are delivered. */
  boolean isUp() {
    return phase == Phase.RUNNING && problems.isEmpty();
  }
}
