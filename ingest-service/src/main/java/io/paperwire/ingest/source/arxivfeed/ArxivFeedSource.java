package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.config.ArxivConfiguration;
import io.paperwire.ingest.config.ArxivFeedConfiguration;
import io.paperwire.ingest.freshness.ArxivCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.PolledSource;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** arXiv's feeds. */
public final class ArxivFeedSource {

  /** The feeds are rendered at the midnight after the announcement. */
  private static final Duration RENDERED_AFTER = Duration.ofHours(4);

  private static final Duration GRACE = Duration.ofHours(10);

  private ArxivFeedSource() {}

  /** A source of the configured categories. */
  public static Source of(
      ArxivFeedConfiguration configuration, ArxivConfiguration arxiv, Equipment equipment) {
    FeedParser parser = new FeedParser(equipment.limits());
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
        equipment.upstreams().of("arXiv", arxiv.requestInterval()),
        new ArxivCalendar(arxiv.furtherHolidays(), RENDERED_AFTER, GRACE),
        equipment.clock());
  }

  private static URI address(ArxivFeedConfiguration configuration, String category) {
    String format = configuration.format().name().toLowerCase(Locale.ROOT);
    String base = configuration.baseUrl().toString().replaceAll("/+$", "");
    return URI.create(base + "/" + format + "/" + category);
  }
}
