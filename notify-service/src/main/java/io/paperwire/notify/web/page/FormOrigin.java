package io.paperwire.notify.web.page;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.api.Problem;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes forms only from our own pages, so that no other site makes its visitors ask for mails.
 *
 * <p>A form is ours if its {@code Origin} is the public address, behind a proxy that hides the host
 * which the browser asked for; or if the browser says that page and form are of one origin ({@code
 * Sec-Fetch-Site}, Fetch Metadata); or, where a browser does not say that, as over plain http, if
 * the origin is the very host that was asked. The last two hold under any name by which the pages
 * happen to be reached, and no other site can bring a browser to say so. {@code X-Forwarded-Host}
 * is not believed: anybody can send it.
 *
 * <p>What is not a browser sends none of these headers, and passes: it acts for nobody but itself.
 * A token in the address is proof enough: those pages send no referrer and hence no origin, and
 * mail clients post from anywhere (RFC 8058).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@WebRole
final class FormOrigin {

  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String API = "/api/";

  private final PageRenderer renderer;
  private final Optional<String> publicOrigin;

  FormOrigin(PageRenderer renderer, @Property(name = "paperwire.web.base-url") URI publicAddress) {
    this.renderer = renderer;
    this.publicOrigin = origin(publicAddress.toString());
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    HttpHeaders headers = request.getHeaders();
    if (reads
        || SecurityHeaders.holdsToken(request)
        || isOwn(
            publicOrigin,
            headers.findFirst(FETCH_SITE),
            headers.findFirst(HttpHeaders.ORIGIN),
            headers.findFirst(HttpHeaders.HOST))) {
      return null;
    }
    if (request.getPath().startsWith(API)) {
      return Problem.response(
          HttpStatus.FORBIDDEN, "A page of another site may not ask for this in a browser.");
    }
    return renderer.message(
        HttpStatus.FORBIDDEN,
        Message.of("This form is not ours", "Please fill in the form on our own page."));
  }

  /**
   * Whether a form with these headers was sent from a page of ours.
   *
   * @param publicOrigin the {@link #origin} of the pages' public address
   */
  static boolean isOwn(
      Optional<String> publicOrigin,
      Optional<String> fetchSite,
      Optional<String> origin,
      Optional<String> host) {
    if (publicOrigin.isPresent() && origin.flatMap(FormOrigin::origin).equals(publicOrigin)) {
      return true;
    }
    if (fetchSite.isPresent()) {
      return fetchSite.get().equals("same-origin") || fetchSite.get().equals("none");
    }
    return origin.isEmpty()
        || (host.isPresent()
            && origin.flatMap(FormOrigin::authority).equals(host.map(FormOrigin::lowerCase)));
  }

  /** The origin of an address (RFC 6454): scheme, host, and the port unless it is the usual one. */
  static Optional<String> origin(String address) {
    return authority(address)
        .map(
            authority -> {
              String scheme = lowerCase(URI.create(address).getScheme());
              String usualPort = scheme.equals("https") ? ":443" : ":80";
              return scheme
                  + "://"
                  + (authority.endsWith(usualPort)
                      ? authority.substring(0, authority.length() - usualPort.length())
                      : authority);
            });
  }

  private static Optional<String> authority(String origin) {
    try {
      URI address = URI.create(origin);
      return address.getHost() == null || address.getScheme() == null
          ? Optional.empty()
          : Optional.of(lowerCase(address.getRawAuthority()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
