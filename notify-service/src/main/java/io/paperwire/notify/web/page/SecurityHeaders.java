package io.paperwire.notify.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.paperwire.notify.role.WebRole;
import java.util.List;

/** Puts the headers on every answer that keep a browser from doing what we never ask it to do. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@WebRole
final class SecurityHeaders {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** Paths whose next part is a token. */
  private static final List<String> TOKEN_PATHS =
      List.of("/confirm/", "/preferences/", "/unsubscribe/", "/erase/", "/feedback/");

  /** Whether the address of a request holds a token. */
  static boolean holdsToken(HttpRequest<?> request) {
    return TOKEN_PATHS.stream().anyMatch(request.getPath()::startsWith);
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (holdsToken(request)) {
      response
          .header("Referrer-Policy", "no-referrer")
          .header(HttpHeaders.CACHE_CONTROL, "no-store");
    } else {
      response.header("Referrer-Policy", "same-origin");
    }
  }
}
