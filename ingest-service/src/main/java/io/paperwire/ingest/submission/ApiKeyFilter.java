package io.paperwire.ingest.submission;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.paperwire.deployment.ApiKeys;
import io.paperwire.ingest.config.SubmissionConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in that carry a known API key, as {@code X-API-Key} or as {@code Authorization:
 * Bearer} (RFC 6750).
 */
@ServerFilter("/api/**")
public final class ApiKeyFilter {

  private final ApiKeys keys;

  /** A filter that knows the configured keys. */
  public ApiKeyFilter(SubmissionConfiguration configuration) {
    this.keys = configuration.keys();
  }

  /** Refuses who has no key; null lets the request through. */
  @RequestFilter
  @Nullable HttpResponse<?> filter(HttpRequest<?> request) {
    if (keys.isEmpty()) {
      return Problem.answer(
          HttpStatus.FORBIDDEN,
          "nobody may submit here: no API key is configured (paperwire.ingest.api-keys)");
    }
    if (keys.letIn(request.getHeaders())) {
      return null;
    }
    return Problem.answer(
            HttpStatus.UNAUTHORIZED,
            "send a known API key in " + ApiKeys.HEADER + " or as Authorization: Bearer")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"paperwire\"");
  }
}
