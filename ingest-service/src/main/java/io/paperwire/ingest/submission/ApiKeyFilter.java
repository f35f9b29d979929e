package io.paperwire.ingest.submission;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in that carry a known API key, as {@code X-API-Key} or as {@code Authorization:
 * Bearer} (RFC 6750).
 */
@ServerFilter("/api/**")
public final class ApiKeyFilter {

  private static final String HEADER = "X-API-Key";
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;

  /** A filter that knows these keys. */
  public ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  /** Refuses who has no key; null lets the request through. */
  @RequestFilter
  @Nullable HttpResponse<?> filter(HttpRequest<?> request) {
    if (keys.isEmpty()) {
      return Problem.answer(
          HttpStatus.FORBIDDEN,
          "nobody may submit here: no API key is configured (paperwire.ingest.api-keys)");
    }
    if (key(request.getHeaders()).filter(keys::knows).isPresent()) {
      return null;
    }
    return Problem.answer(
            HttpStatus.UNAUTHORIZED,
            "send a known API key in " + HEADER + " or as Authorization: Bearer")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"paperwire\"");
  }

  private static Optional<String> key(HttpHeaders headers) {
    return Optional.ofNullable(headers.get(HEADER))
        .or(
            () ->
                headers
                    .getAuthorization()
                    .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                    .map(value -> value.substring(BEARER.length()).strip()));
  }
}
