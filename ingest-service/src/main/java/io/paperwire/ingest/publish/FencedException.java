package io.paperwire.ingest.publish;

/** Another instance has taken the source over. */
public final class FencedException extends PublishException {

  FencedException(String source, Throwable cause) {
    super("another instance has taken '" + source + "' over", cause);
  }
}
