package io.paperwire.ingest.publish;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Another instance has taken the source over. */
public final class FencedException extends PublishException {

  FencedException(String source, Throwable cause) {
    super("another instance has taken '" + source + "' over", cause);
  }

  /** Whether a producer failed because another one with its id has taken its place. */
  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException
          || cause instanceof InvalidTxnStateException) { // met while the fencing goes on
        return true;
      }
    }
    return false;
  }
}
