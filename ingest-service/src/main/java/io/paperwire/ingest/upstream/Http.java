package io.paperwire.ingest.upstream;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.config.UpstreamConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request within limits of time and size, to addresses that may be asked. A redirect is
 * told to the caller, not followed, since it is a request of its own.
 */
final class Http implements AutoCloseable {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final UpstreamConfiguration configuration;
  private final PublicAddresses addresses;
  private final HttpClient client;

  Http(UpstreamConfiguration configuration) {
    this.configuration = configuration;
    this.addresses = new PublicAddresses(new HashSet<>(configuration.privateHosts()));
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(configuration.timeout())
            .build();
  }

  /**
   * What came back.
   *
   * @param status of the answer
   * @param headers of the answer
   * @param body of the answer, as much as is allowed
   */
  record Reply(int status, HttpHeaders headers, LimitedBody.Body body) {

    /** True if the answer is to be found elsewhere. */
    boolean isRedirect() {
      return REDIRECTS.contains(status);
    }

    /**
     * Where the answer is to be found.
     *
     * @throws IOException if that is no address, or one that is less safe
     */
    URI redirectedFrom(URI from) throws IOException {
      String location = headers.firstValue("Location").orElse("");
      URI target;
      try {
        target = from.resolve(location);
      } catch (IllegalArgumentException e) {
        throw new IOException("redirected to no address: '" + location + "'", e);
      }
      if (isHttps(from) && !isHttps(target)) {
        throw new IOException(
            "redirected from https to %s at %s: not followed"
                .formatted(target.getScheme(), target.getHost())); // its query may hold a key
      }
      return target;
    }

    private static boolean isHttps(URI address) {
      String scheme = Optional.ofNullable(address.getScheme()).orElse("");
      return scheme.toLowerCase(Locale.ROOT).equals("https");
    }
  }

  /**
   * Sends a request and waits for the whole answer.
   *
   * @param address where to; the request's own address, or where that was redirected to
   * @throws IOException if there is no complete answer in time, or the address must not be asked
   */
  Reply send(URI address, Request request) throws IOException, InterruptedException {
    addresses.check(address);
    CompletableFuture<HttpResponse<LimitedBody.Body>> response =
        client.sendAsync(
            httpRequest(address, request), _ -> new LimitedBody(configuration.maxBytes()));
    try {
      // The request's own timeout ends with the headers; this one covers the body.
      HttpResponse<LimitedBody.Body> answer =
          response.get(configuration.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(answer.statusCode(), answer.headers(), answer.body());
    } catch (TimeoutException e) {
      throw new IOException(tooLate(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpTimeoutException) { // either clock may be the first
        throw new IOException(tooLate(), e);
      }
      throw new IOException("no complete answer: " + rootMessage(e), e);
    } finally {
      response.cancel(true);
    }
  }

  private String tooLate() {
    return "no complete answer within " + configuration.timeout();
  }

  private HttpRequest httpRequest(URI address, Request request) {
    boolean ownHost = isSameHost(address, request.address());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(ownHost ? withKeys(address, request.secretParameters()) : address)
            .header("User-Agent", "Paperwire (" + configuration.contact() + ")")
            .header("Accept", request.accept())
            .timeout(configuration.timeout());
    request.validators().etag().ifPresent(etag -> builder.header("If-None-Match", etag));
    request
        .validators()
        .lastModified()
        .ifPresent(time -> builder.header("If-Modified-Since", time));
    if (ownHost) {
      for (Map.Entry<String, String> secret : request.secrets().entrySet()) {
        builder.header(secret.getKey(), secret.getValue());
      }
    }
    return builder.build();
  }

  private static URI withKeys(URI address, Map<String, String> keys) {
    StringBuilder query = new StringBuilder();
    keys.forEach(
        (name, key) -> query.append('&').append(name).append('=').append(encode(key, UTF_8)));
    if (query.isEmpty()) {
      return address;
    }
    boolean first = address.getRawQuery() == null;
    return URI.create(address + (first ? "?" + query.substring(1) : query.toString()));
  }

  private static boolean isSameHost(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }

  private static String rootMessage(Throwable e) {
    return Optional.ofNullable(e.getCause()).map(Throwable::toString).orElse(e.toString());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
