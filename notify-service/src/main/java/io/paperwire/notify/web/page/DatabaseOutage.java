package io.paperwire.notify.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that is away is told apart from a mistake of ours: it comes back. So is one that was
 * asked for more than it can find in time.
 */
@Singleton
@WebRole
final class DatabaseOutage implements ExceptionHandler<JdbiException, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

  /** Classes of SQLSTATE: connection, resources, operator intervention. */
  private static final Set<String> OUTAGES = Set.of("08", "53", "57");

  private static final int CLASS_LENGTH = 2;

  /** The statement was cancelled, as the driver does after the time that we give it. */
  private static final String TOO_LONG = "57014";

  private static final String RETRY_SECONDS = "10";

  private final ErrorResponseProcessor<?> answers;

  DatabaseOutage(ErrorResponseProcessor<?> answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Micronaut declares it
  public HttpResponse<?> handle(HttpRequest request, JdbiException failure) {
    if (causes(failure).anyMatch(error -> TOO_LONG.equals(error.getSQLState()))) {
      LOG.warn("A statement took too long: {}", failure.toString());
      return unavailable(
          request, "This takes the database too long. Please ask for something narrower.");
    }
    if (isOutage(failure)) {
      LOG.warn("The database does not answer: {}", failure.toString());
      return unavailable(request, "The database does not answer. Please try again in a moment.");
    }
    LOG.error("The database refuses what we ask", failure);
    return answers.processResponse(
        ErrorContext.builder(request).cause(failure).build(), HttpResponse.serverError());
  }

  private HttpResponse<?> unavailable(HttpRequest<?> request, String message) {
    return answers.processResponse(
        ErrorContext.builder(request).errorMessage(message).build(),
        HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
  }

  private static boolean isOutage(Throwable failure) {
    return causes(failure)
        .anyMatch(error -> error instanceof SQLTransientException || isOutage(error));
  }

  private static Stream<SQLException> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast);
  }

  private static boolean isOutage(SQLException error) {
    String state = error.getSQLState();
    return state != null
        && state.length() > CLASS_LENGTH
        && OUTAGES.contains(state.substring(0, CLASS_LENGTH));
  }
}
