package io.paperwire.notify.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.api.Problem;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words the errors that no controller has: as a page, or for the API as a problem (RFC 9457). */
@Singleton
@WebRole
final class ErrorPages implements ErrorResponseProcessor<Object> {

  private static final String API = "/api/";
  private static final String LIBRARY = "/likes/library";
  private static final int SERVER_ERROR = 500;

  /** What is said of a body that is no JSON ends with the place at which that was seen. */
  private static final Pattern NO_JSON =
      Pattern.compile("Invalid JSON: .*line: (\\d+), column: (\\d+)]", Pattern.DOTALL);

  /** What is said of a field that a request does not have names our classes as well. */
  private static final Pattern NO_FIELD =
      Pattern.compile(".*Unknown property \\[(.{1,60}?)].*", Pattern.DOTALL);

  private final PageRenderer renderer;

  ErrorPages(PageRenderer renderer) {
    this.renderer = renderer;
  }

  @Override
  @SuppressWarnings("unchecked") // the body is replaced by one of ours
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(response.code());
    MutableHttpResponse<?> worded =
        context.getRequest().getPath().startsWith(API)
            ? Problem.response(status, detail(context, status))
            : renderer.message(status, message(context, status));
    response.getHeaders().forEachValue(worded::header);
    return (MutableHttpResponse<Object>) worded;
  }

  /** What went wrong inside is for the log only. */
  private static String detail(ErrorContext context, HttpStatus status) {
    return status.getCode() >= SERVER_ERROR && status != HttpStatus.SERVICE_UNAVAILABLE
        ? "Something went wrong on our side."
        : said(context, status);
  }

  private static String said(ErrorContext context, HttpStatus status) {
    return context.getErrors().stream()
        .map(Error::getMessage)
        .map(ErrorPages::withoutInnards)
        .findFirst()
        .orElse(status.getReason());
  }

  /** Of what the parser of JSON says only the place, or the field, is of use to others. */
  private static String withoutInnards(String message) {
    Matcher place = NO_JSON.matcher(message);
    if (place.matches()) {
      return "The body is no JSON: see line %s, column %s."
          .formatted(place.group(1), place.group(2));
    }
    Matcher field = NO_FIELD.matcher(message);
    return field.matches()
        ? "The body has a field '%s', which is not known here: /openapi.yml has those that are."
            .formatted(field.group(1))
        : message;
  }

  private static Message message(ErrorContext context, HttpStatus status) {
    HttpRequest<?> request = context.getRequest();
    return switch (status) {
      case NOT_FOUND ->
          Message.of("There is no such page", "The address may have been cut off or mistyped.");
      case METHOD_NOT_ALLOWED ->
          Message.of("This page cannot do that", "It does not answer " + request.getMethod() + ".");
      case REQUEST_ENTITY_TOO_LARGE ->
          request.getPath().endsWith(LIBRARY)
              ? Message.of(
                  "That file is too large",
                  "A library has 2 MB at most. Export fewer works at a time, and no attachments."
                      + " Nothing was taken.",
                  "Back to your examples",
                  request.getPath().substring(0, request.getPath().lastIndexOf('/')))
              : Message.of(
                  "That is too much", "The form is larger than any real one. Nothing was saved.");
      case SERVICE_UNAVAILABLE -> Message.of("We will be back", said(context, status));
      case TOO_MANY_REQUESTS -> Message.of("That was much in a short time", said(context, status));
      case HttpStatus other when other.getCode() < SERVER_ERROR ->
          Message.of(
              "That did not work", "The request could not be understood. Nothing was changed.");
      case HttpStatus _ ->
          Message.of(
              "Something went wrong on our side",
              "It has been written down. Please try again in a minute.");
    };
  }
}
