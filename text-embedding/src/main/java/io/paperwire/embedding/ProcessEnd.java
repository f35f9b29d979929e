package io.paperwire.embedding;

/**
 * Knows when the process begins to end. ONNX Runtime then frees its environment in a shutdown hook
 * of its own, beside all others: whatever runs a session, or closes one, after that is killed by
 * the memory that it touches. The memory of a session goes with the process anyhow.
 */
final class ProcessEnd {

  private static volatile boolean begun;

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> begun = true, "embedding-end"));
    } catch (IllegalStateException ending) {
      begun = true;
    }
  }

  private ProcessEnd() {}

  /** Whether native memory may be gone. */
  static boolean hasBegun() {
    return begun;
  }
}
