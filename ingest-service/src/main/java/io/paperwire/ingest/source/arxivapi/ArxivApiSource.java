package io.paperwire.ingest.source.arxivapi;

import io.paperwire.ingest.config.ArxivApiConfiguration;
import io.paperwire.ingest.config.ArxivConfiguration;
import io.paperwire.ingest.freshness.ArxivCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;

/** arXiv's API. */
public final class ArxivApiSource {

  /** The index lags behind the announcements by days. */
  private static final Duration LAG = Duration.ofDays(2);

  private static final Duration GRACE = Duration.ofDays(4);
  private static final int OVERLAP_DAYS = 5;

  private ArxivApiSource() {}

  /** A source of the configured categories. */
  public static Source of(
      ArxivApiConfiguration configuration, ArxivConfiguration arxiv, Equipment equipment) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), OVERLAP_DAYS);
    return new PolledSource(
        "arxiv-api",
        configuration.categories().stream()
            .map(
                category ->
                    new ListPart(
                        category,
                        new QueryFormat(category, configuration.baseUrl(), equipment.limits()),
                        rhythm))
            .toList(),
        equipment.upstreams().of("arXiv", arxiv.requestInterval()),
        new ArxivCalendar(arxiv.furtherHolidays(), LAG, GRACE),
        equipment.clock());
  }
}
