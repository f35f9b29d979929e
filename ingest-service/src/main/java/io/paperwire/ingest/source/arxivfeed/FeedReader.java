package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.source.Backoff;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the categories in turn, each at its interval, and later after a failure. */
final class FeedReader implements PageReader {

  private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

  /** As many items as arXiv puts into one answer; there may have been more. */
  private static final int CUT_AT = 2000;

  private final FeedClient client;
  private final FeedParser parser;
  private final FeedHealth health;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Duration pollInterval;
  private final Backoff backoff;
  private final List<Category> categories = new ArrayList<>();

  FeedReader(
      List<String> names,
      Positions positions,
      FeedClient client,
      FeedParser parser,
      FeedHealth health,
      InstantSource clock,
      RandomGenerator random,
      Duration pollInterval,
      Backoff backoff) {
    this.client = client;
    this.parser = parser;
    this.health = health;
    this.clock = clock;
    this.random = random;
    this.pollInterval = pollInterval;
    this.backoff = backoff;
    for (String name : names) {
      CategoryPosition position =
          positions.of(name).map(CategoryPosition::of).orElseGet(CategoryPosition::start);
      position.newIdsAt().ifPresent(health::sawNewIds);
      categories.add(new Category(name, position, clock.instant()));
    }
  }

  /** A category and when it is due. */
  private static final class Category {
    private final String name;
    private CategoryPosition position;
    private Instant due;
    private int failures;

    Category(String name, CategoryPosition position, Instant due) {
      this.name = name;
      this.position = position;
      this.due = due;
    }

    Instant due() {
      return due;
    }
  }

  @Override
  public Optional<Page> next(Duration atMost) throws InterruptedException {
    Category category = categories.stream().min(Comparator.comparing(Category::due)).orElseThrow();
    Duration until = Duration.between(clock.instant(), category.due);
    if (until.compareTo(atMost) > 0) {
      TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
      return Optional.empty();
    }
    TimeUnit.NANOSECONDS.sleep(until.toNanos());
    return switch (client.fetch(category.name, category.position.validators())) {
      case FeedClient.NotModified() -> {
        succeeded(category, "unchanged");
        yield Optional.empty();
      }
      case FeedClient.TryLater(String reason, Optional<Duration> retryAfter) -> {
        failed(category, reason, retryAfter);
        yield Optional.empty();
      }
      case FeedClient.Refused(int status, RawBytes body) -> {
        failed(category, refusal(category, status, body), Optional.of(pollInterval));
        yield Optional.empty();
      }
      case FeedClient.Fetched fetched -> understand(category, fetched);
    };
  }

  private Optional<Page> understand(Category category, FeedClient.Fetched fetched) {
    String address = client.address(category.name).toString();
    return switch (parser.parse(fetched.body().copy(Integer.MAX_VALUE), address)) {
      case FeedParser.Feed feed -> Optional.of(page(category, fetched, feed));
      case FeedParser.ErrorFeed(String title) -> {
        failed(category, title, Optional.of(pollInterval));
        yield Optional.empty();
      }
      case FeedParser.Unreadable(String reason) ->
          quarantine(category, new Place(address, 1), reason, fetched.body());
    };
  }

  private Page page(Category category, FeedClient.Fetched fetched, FeedParser.Feed feed) {
    Instant now = clock.instant();
    if (feed.highestNewId() > category.position.highestNewId()) {
      health.sawNewIds(now);
    }
    category.position = category.position.after(fetched.validators(), feed.highestNewId(), now);
    succeeded(category, feed.items() + " items");
    if (feed.items() >= CUT_AT) {
      LOG.warn(
          "{}: the answer is cut at {} items, new papers may be missing", category.name, CUT_AT);
    }
    for (RejectedInput reject : feed.rejects()) {
      LOG.warn("{}: {}", reject.place().input(), reject.reason());
    }
    return new Page(
        category.name + ", " + feed.items() + " items",
        feed.records(),
        feed.rejects(),
        Map.of(category.name, category.position.toPosition()));
  }

  /** Puts an answer away whole, once however often it comes. */
  private Optional<Page> quarantine(Category category, Place place, String reason, RawBytes body) {
    String digest = digest(body);
    boolean again = category.position.quarantined().filter(digest::equals).isPresent();
    failed(category, "quarantined: " + reason, Optional.empty());
    if (again) {
      return Optional.empty();
    }
    category.position = category.position.afterQuarantine(digest);
    RejectedInput reject = RejectedInput.whole(place, Fault.UNREADABLE, reason, body);
    return Optional.of(
        new Page(
            category.name + ", put into quarantine",
            List.of(),
            List.of(reject),
            Map.of(category.name, category.position.toPosition())));
  }

  private void succeeded(Category category, String what) {
    category.failures = 0;
    long jitter = random.nextLong(pollInterval.toMillis() / 10 + 1);
    category.due = clock.instant().plus(pollInterval).plusMillis(jitter);
    health.answered(category.name, what + " at " + clock.instant());
  }

  private void failed(Category category, String reason, Optional<Duration> atLeast) {
    category.failures++;
    Duration delay = backoff.delay(category.failures, random);
    Duration wait = atLeast.filter(asked -> asked.compareTo(delay) > 0).orElse(delay);
    category.due = clock.instant().plus(wait);
    health.failed(category.name, reason + ", asked again at " + category.due);
    LOG.warn("arXiv feed {}: {}; asked again in {}", category.name, reason, wait);
  }

  private String refusal(Category category, int status, RawBytes body) {
    String address = client.address(category.name).toString();
    return switch (parser.parse(body.copy(Integer.MAX_VALUE), address)) {
      case FeedParser.ErrorFeed(String title) -> "HTTP " + status + ", " + title;
      case FeedParser.Feed _ -> "HTTP " + status;
      case FeedParser.Unreadable _ -> "HTTP " + status;
    };
  }

  private static String digest(RawBytes body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(body.copy(Integer.MAX_VALUE)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
