package io.paperwire.notify.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.client.Overload;
import jakarta.inject.Singleton;

/** Tells a client that asks too often, or at a bad moment, when to ask again. */
@Singleton
@WebRole
final class OverloadAnswers implements ExceptionHandler<Overload, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> answers;

  OverloadAnswers(ErrorResponseProcessor<?> answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Micronaut declares it
  public HttpResponse<?> handle(HttpRequest request, Overload overload) {
    return answers.processResponse(
        ErrorContext.builder(request).errorMessage(String.valueOf(overload.getMessage())).build(),
        HttpResponse.status(
                overload.ofOneClient()
                    ? HttpStatus.TOO_MANY_REQUESTS
                    : HttpStatus.SERVICE_UNAVAILABLE)
            .header(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, overload.retryAfter().toSeconds()))));
  }
}
