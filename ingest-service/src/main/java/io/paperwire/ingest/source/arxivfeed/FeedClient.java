package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.config.ArxivFeedConfiguration;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.source.Pacer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for feeds, in turn, within limits of time and size. Follows redirects to the very host it
 * was told to ask, and to no other.
 */
final class FeedClient implements AutoCloseable {

  private static final int MAX_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** 403 is also what arXiv says to those who ask too much. */
  private static final Set<Integer> THROTTLED = Set.of(403, 429);

  private final ArxivFeedConfiguration configuration;
  private final Pacer pacer;
  private final InstantSource clock;
  private final HttpClient http;

  FeedClient(ArxivFeedConfiguration configuration, Pacer pacer, InstantSource clock) {
    this.configuration = configuration;
    this.pacer = pacer;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(configuration.timeout())
            .build();
  }

  /** What a request came to. */
  sealed interface Answer {}

  /** A feed. */
  record Fetched(RawBytes body, Validators validators) implements Answer {}

  /** Nothing has changed since the last answer. */
  record NotModified() implements Answer {}

  /**
   * To be asked again later.
   *
   * @param reason in words
   * @param retryAfter what the upstream asks for
   */
  record TryLater(String reason, Optional<Duration> retryAfter) implements Answer {}

  /**
   * Will not be answered as it was asked.
   *
   * @param status of the answer
   * @param body of the answer
   */
  record Refused(int status, RawBytes body) implements Answer {}

  /**
   * What a conditional request carries (RFC 9110, section 13).
   *
   * @param etag of the last answer
   * @param lastModified of the last answer
   */
  record Validators(Optional<String> etag, Optional<String> lastModified) {}

  /** Where a category's feed is. */
  URI address(String category) {
    String format = configuration.format().name().toLowerCase(Locale.ROOT);
    String base = configuration.baseUrl().toString().replaceAll("/+$", "");
    return URI.create(base + "/" + format + "/" + category);
  }

  /** Asks for a category's feed if it has changed since the last answer. */
  Answer fetch(String category, Validators last) throws InterruptedException {
    URI address = address(category);
    try {
      for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
        URI target = address;
        HttpResponse<byte[]> response = pacer.inTurn(() -> send(target, last));
        if (!REDIRECTS.contains(response.statusCode())) {
          return answer(response);
        }
        address = redirected(target, response.headers());
      }
      return new TryLater("more than " + MAX_REDIRECTS + " redirects", Optional.empty());
    } catch (IOException e) {
      return new TryLater(String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  private HttpResponse<byte[]> send(URI address, Validators last)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", "Paperwire (" + configuration.contact() + ")")
            .header("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9")
            .timeout(configuration.timeout());
    last.etag().ifPresent(etag -> request.header("If-None-Match", etag));
    last.lastModified().ifPresent(time -> request.header("If-Modified-Since", time));
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(
            request.build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), configuration.maxBytes()));
    try {
      // The request's own timeout ends with the headers; this one covers the body.
      return response.get(configuration.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no complete answer within " + configuration.timeout(), e);
    } catch (ExecutionException e) {
      throw new IOException("no complete answer: " + rootMessage(e), e);
    } finally {
      response.cancel(true);
    }
  }

  private static String rootMessage(Throwable e) {
    return Optional.ofNullable(e.getCause()).map(Throwable::toString).orElse(e.toString());
  }

  private Answer answer(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    HttpHeaders headers = response.headers();
    if (status == 200) {
      return new Fetched(
          RawBytes.of(response.body()),
          new Validators(headers.firstValue("ETag"), headers.firstValue("Last-Modified")));
    }
    if (status == 304) {
      return new NotModified();
    }
    if (THROTTLED.contains(status) || status >= 500) {
      return new TryLater(
          "HTTP " + status, headers.firstValue("Retry-After").flatMap(this::retryAfter));
    }
    return new Refused(status, RawBytes.of(response.body()));
  }

  /** Seconds, or a date (RFC 9110, section 10.2.3). */
  private Optional<Duration> retryAfter(String value) {
    try {
      Duration duration =
          value.strip().chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(value.strip()))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
      return Optional.of(duration).filter(Duration::isPositive);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static URI redirected(URI from, HttpHeaders headers) throws IOException {
    String location = headers.firstValue("Location").orElse("");
    URI target;
    try {
      target = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("redirected to no address: '" + location + "'", e);
    }
    boolean sameHost =
        from.getHost().equalsIgnoreCase(String.valueOf(target.getHost()))
            && (from.getPort() == target.getPort() || "https".equals(target.getScheme()));
    boolean noWeaker =
        from.getScheme().equals(target.getScheme()) || "https".equals(target.getScheme());
    if (!sameHost || !noWeaker) {
      throw new IOException("redirected to " + target + ", which is another host: not followed");
    }
    return target;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
