package io.paperwire.notify.web.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * An error as the API words it (RFC 9457).
 *
 * @param title what went wrong
 * @param status the HTTP status
 * @param detail what to do about it
 * @param errors what is wrong by field, where fields are wrong
 */
@Serdeable
public record Problem(
    String title, int status, String detail, @Nullable Map<String, String> errors) {

  private static final String TYPE = "application/problem+json";

  /** The answer to a request that went wrong. */
  public static MutableHttpResponse<Problem> response(HttpStatus status, String detail) {
    return response(new Problem(status.getReason(), status.getCode(), detail, null), status);
  }

  static MutableHttpResponse<Problem> wrongFields(Map<String, String> errors) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    return response(
        new Problem(
            status.getReason(), status.getCode(), "Some fields are wrong: see errors.", errors),
        status);
  }

  private static MutableHttpResponse<Problem> response(Problem problem, HttpStatus status) {
    return HttpResponse.status(status).body(problem).contentType(TYPE);
  }
}
