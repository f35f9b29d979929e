package io.paperwire.notify.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.sql.SqlFailure;
import jakarta.inject.Singleton;
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

  private static final String RETRY_SECONDS = "10";

  private final ErrorResponseProcessor<?> answers;

  DatabaseOutage(ErrorResponseProcessor<?> answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Micronaut declares it
  public HttpResponse<?> handle(HttpRequest request, JdbiException failure) {
    return switch (SqlFailure.of(failure)) {
      case OUTAGE -> {
        LOG.warn("The database does not answer: {}", failure.toString());
        yield unavailable(request, "The database does not answer. Please try again in a moment.");
      }
      case TOO_LONG -> {
        LOG.warn("A statement took too long: {}", failure.toString());
        yield unavailable(
            request, "This takes the database too long. Please ask for something narrower.");
      }
      case DATA, STATEMENT -> {
        LOG.error("The database refuses what we ask", failure);
        yield answers.processResponse(
            ErrorContext.builder(request).cause(failure).build(), HttpResponse.serverError());
      }
    };
  }

  private HttpResponse<?> unavailable(HttpRequest<?> request, String message) {
    return answers.processResponse(
        ErrorContext.builder(request).errorMessage(message).build(),
        HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
  }
}
