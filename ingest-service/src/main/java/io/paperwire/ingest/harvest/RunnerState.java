package io.paperwire.ingest.harvest;

/** What a source's runner is doing. */
public sealed interface RunnerState {

  /** In one word, for {@code /health}. */
  default String label() {
    return switch (this) {
      case Starting() -> "starting";
      case Active(int known) -> "active";
      case StandingBy() -> "standby";
      case Failing(String reason) -> "failing";
      case Stopped() -> "stopped";
    };
  }

  /** Waits for the broker, or takes the source's state over. */
  record Starting() implements RunnerState {}

  /**
   * Reads and publishes.
   *
   * @param knownPapers how many papers were known from the source when it was opened
   */
  record Active(int knownPapers) implements RunnerState {}

  /** Another instance reads the source. */
  record StandingBy() implements RunnerState {}

  /**
   * Waits before it tries again.
   *
   * @param reason what failed
   */
  record Failing(String reason) implements RunnerState {}

  /** Will not run again. */
  record Stopped() implements RunnerState {}
}
