package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.paperwire.notify.web.api.Problem;
import org.junit.jupiter.api.Test;

final class ErrorPagesTest {

  @Test
  void shouldSayWhereABodyIsNoJsonAndNothingOfItsParser() {
    ErrorContext context =
        ErrorContext.builder(HttpRequest.POST("/api/subscriptions", "{"))
            .errorMessage(
                "Invalid JSON: Unexpected end-of-input (start marker at [Source: REDACTED; line: 1,"
                    + " column: 1])\n at [Source: REDACTED; line: 3, column: 29]")
            .build();

    Object body =
        new ErrorPages(new PageRenderer())
            .processResponse(context, HttpResponse.badRequest())
            .body();

    assertThat(body)
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.detail())
                    .isEqualTo("The body is no JSON: see line 3, column 29."));
  }
}
