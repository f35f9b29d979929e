package io.paperwire.ingest.harvest;

import io.paperwire.ingest.publish.PublishException;
import java.util.function.BooleanSupplier;

/** Waits for the owner of a source to fall silent. */
final class StandBy {

  private final Look look;
  private final Pause pause;

  StandBy(Look look, Pause pause) {
    this.look = look;
    this.pause = pause;
  }

  /** Listens to the owner for a while. */
  interface Look {
    /**
     * True if the owner was silent for so long that its source may be taken over.
     *
     * @throws PublishException if one cannot listen
     */
    boolean isSilent() throws PublishException;
  }

  /** Waits after failures in a row. */
  interface Pause {
    /** Waits after so many, from 1. */
    void after(Exception failure, int failures) throws InterruptedException;
  }

  /**
   * Looks until the owner is silent. A look that failed says nothing of the owner, who may be well,
   * and is taken again.
   *
   * @return false if it ended because it need not go on
   */
  boolean untilSilent(BooleanSupplier goesOn) throws InterruptedException {
    int failures = 0;
    while (goesOn.getAsBoolean()) {
      try {
        if (look.isSilent()) {
          return true;
        }
        failures = 0;
      } catch (PublishException e) {
        failures++;
        pause.after(e, failures);
      }
    }
    return false;
  }
}
