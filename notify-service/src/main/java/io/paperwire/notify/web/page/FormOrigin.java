package io.paperwire.notify.web.page;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.paperwire.notify.role.WebRole;
import java.net.URI;
import java.util.Optional;

/**
 * Takes forms only from our own pages, so that no other site makes its visitors ask for mails. What
 * is not a browser says nothing of where it comes from, and passes. A token in the address is proof
 * enough: those pages send no referrer and hence no origin, and mail clients post from anywhere.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@WebRole
final class FormOrigin {

  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final PageRenderer renderer;

  FormOrigin(PageRenderer renderer) {
    this.renderer = renderer;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    if (reads || SecurityHeaders.holdsToken(request) || isOwn(request)) {
      return null;
    }
    return renderer.message(
        HttpStatus.FORBIDDEN,
        Message.of("This form is not ours", "Please fill in the form on our own page."));
  }

  private static boolean isOwn(HttpRequest<?> request) {
    Optional<String> site = request.getHeaders().findFirst(FETCH_SITE);
    if (site.isPresent()) {
      return site.get().equals("same-origin") || site.get().equals("none");
    }
    Optional<String> origin = request.getHeaders().findFirst(HttpHeaders.ORIGIN);
    return origin.isEmpty()
        || request
            .getHeaders()
            .findFirst(HttpHeaders.HOST)
            .equals(origin.flatMap(FormOrigin::authority));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
