package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.poll.Part;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One category's feed. */
final class FeedPart implements Part {

  private static final Logger LOG = LoggerFactory.getLogger(FeedPart.class);

  /** As many items as arXiv puts into one answer; there may have been more. */
  private static final int CUT_AT = 2000;

  private final String category;
  private final URI address;
  private final FeedParser parser;
  private final Duration pollInterval;

  FeedPart(String category, URI address, FeedParser parser, Duration pollInterval) {
    this.category = category;
    this.address = address;
    this.parser = parser;
    this.pollInterval = pollInterval;
  }

  @Override
  public String name() {
    return category;
  }

  @Override
  public Duration pollInterval() {
    return pollInterval;
  }

  @Override
  public Request request(Progress progress, Instant now) {
    return Request.of(address, Request.XML).unlessKnown(position(progress).validators());
  }

  @Override
  public Reading read(Request request, Fetched answer, Progress progress, Instant now) {
    return switch (parser.parse(answer.body(), address.toString())) {
      case FeedParser.Feed feed -> understood(feed, answer, position(progress), now);
      case FeedParser.ErrorFeed(String title) -> new Reading.AskAgain(title);
      case FeedParser.Unreadable(String reason) -> new Reading.Unreadable(reason);
    };
  }

  private Reading understood(
      FeedParser.Feed feed, Fetched answer, CategoryPosition before, Instant now) {
    if (feed.items() >= CUT_AT) {
      LOG.warn("{}: the answer is cut at {} items, new papers may be missing", category, CUT_AT);
    }
    Position after = before.after(answer.validators(), feed.highestNewId(), now).toPosition();
    return new Reading.Understood(
            feed.items() + " items",
            Content.ofPapers(feed.records(), feed.rejects()),
            Map.of(category, after),
            pollInterval)
        .ofItems(feed.items());
  }

  @Override
  public String refusal(int status, RawBytes body) {
    return switch (parser.parse(body, address.toString())) {
      case FeedParser.ErrorFeed(String title) -> "HTTP " + status + ", " + title;
      case FeedParser.Feed _, FeedParser.Unreadable _ -> "HTTP " + status;
    };
  }

  @Override
  public Optional<Instant> newsAt(Progress progress) {
    return position(progress).newIdsAt();
  }

  private CategoryPosition position(Progress progress) {
    return progress.of(category).map(CategoryPosition::of).orElseGet(CategoryPosition::start);
  }
}
