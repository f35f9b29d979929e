package io.paperwire.streams;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.paperwire.schemas.stored.UnknownVersion;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells a failure of a neighbour from a failure of the record. Whether bytes are bad cannot be
 * known while the registry does not answer, refuses the credentials, or is overloaded; such a
 * record must be tried again and never be set aside. Nor is one bad that a newer instance wrote:
 * this one, or the next that reads it, will be upgraded.
 */
public final class Outage {

  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private Outage() {}

  /** Whether a failure to read a record comes from a neighbour that is out of order. */
  public static boolean keptFromReading(Throwable failure) {
    return causes(failure).anyMatch(Outage::isOutage);
  }

  /**
   * Whether a failure to process a record or to write its result comes from a neighbour that is out
   * of order. Here even the registry's definite answer "not found" says nothing about the record:
   * the result's schema has not been registered.
   */
  public static boolean keptFromProcessing(Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> cause instanceof RestClientException || isOutage(cause));
  }

  private static boolean isOutage(Throwable cause) {
    return switch (cause) {
      case RestClientException answer -> !isDefinite(answer);
      case SocketException _,
          UnknownHostException _,
          InterruptedIOException _,
          SSLException _,
          AuthenticationException _,
          AuthorizationException _,
          RetriableException _,
          InterruptException _,
          UnknownVersion _ ->
          true;
      default -> false;
    };
  }

  /** The registry knows no such schema, or says that the request makes no sense. */
  private static boolean isDefinite(RestClientException answer) {
    return answer.getStatus() == NOT_FOUND || answer.getStatus() == UNPROCESSABLE;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
