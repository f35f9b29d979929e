package io.paperwire.ingest.source.pubmed;

import io.paperwire.ingest.config.PubmedConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;
import java.util.List;

/** PubMed. */
public final class PubmedSource {

  private static final Duration GRACE = Duration.ofDays(2);

  /** Articles of a day are entered for two days more. */
  private static final int OVERLAP_DAYS = 2;

  private PubmedSource() {}

  /** A source of the configured articles. */
  public static Source of(PubmedConfiguration configuration, Equipment equipment) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), OVERLAP_DAYS);
    return new PolledSource(
        "pubmed",
        List.of(
            new ListPart(
                "articles", new ArticlesFormat(configuration, equipment.limits()), rhythm)),
        equipment.upstreams().of("PubMed", configuration.requestInterval()),
        DailyCalendar.everyDay(GRACE),
        equipment.clock());
  }
}
