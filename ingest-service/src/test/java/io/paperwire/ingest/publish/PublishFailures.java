package io.paperwire.ingest.publish;

/** Failures of publishing for tests of those who have to deal with them. */
public final class PublishFailures {

  private PublishFailures() {}

  /** A failure for a reason. */
  public static PublishException of(String reason) {
    return new PublishException("a test", new IllegalStateException(reason));
  }
}
