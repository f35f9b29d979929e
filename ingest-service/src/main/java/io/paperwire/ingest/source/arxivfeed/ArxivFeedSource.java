package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.config.ArxivConfiguration;
import io.paperwire.ingest.config.ArxivFeedConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.freshness.ArxivCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.PolledSource;
import io.paperwire.ingest.upstream.Upstreams;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** arXiv's feeds. */
public final class ArxivFeedSource {

  /** The feeds are rendered at the midnight after the announcement. */
  private static final Duration RENDERED_AFTER = Duration.ofHours(4);

  private static final Duration GRACE = Duration.ofHours(10);

  private ArxivFeedSource() {}

  /** A source of the configured categories. */
  public static Source of(
      ArxivFeedConfiguration configuration,
      ArxivConfiguration arxiv,
      PaperLimits limits,
      Upstreams upstreams,
      InstantSource clock) {
    FeedParser parser = new FeedParser(limits);
    return new PolledSource(
        "arxiv-feed",
        configuration.categories().stream()
            .map(
                category ->
                    new FeedPart(
                        category,
                        address(configuration, category),
                        parser,
                        configuration.pollInterval()))
            .toList(),
        upstreams.of("arXiv", arxiv.requestInterval()),
        new ArxivCalendar(arxiv.furtherHolidays(), RENDERED_AFTER, GRACE),
        clock);
  }

  private static URI address(ArxivFeedConfiguration configuration, String category) {
    String format = configuration.format().name().toLowerCase(Locale.ROOT);
    String base = configuration.baseUrl().toString().replaceAll("/+$", "");
    return URI.create(base + "/" + format + "/" + category);
  }
}
