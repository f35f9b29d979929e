package io.paperwire.ingest.submission;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What is wrong with a whole request (RFC 9457).
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param items what is wrong with each item, where items are what is wrong
 */
@Serdeable
public record Problem(
    String type, String title, int status, String detail, List<ItemOutcome> items) {

  /** A problem as an answer. */
  static MutableHttpResponse<Problem> answer(HttpStatus status, String detail) {
    return answer(status, detail, List.of());
  }

  /** A problem of items as an answer. */
  static MutableHttpResponse<Problem> answer(
      HttpStatus status, String detail, List<ItemOutcome> items) {
    Problem problem =
        new Problem("about:blank", status.getReason(), status.getCode(), detail, items);
    return HttpResponse.<Problem>status(status)
        .body(problem)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }
}
