package io.paperwire.ingest.publish;

/**
 * A batch could not be written, or it is not known whether it was. The session is of no use any
 * more.
 */
public sealed class PublishException extends Exception permits FencedException {

  PublishException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
