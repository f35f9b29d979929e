package io.paperwire.ingest.source.crossref;

import io.paperwire.ingest.config.CrossrefConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;
import java.util.List;

/** Crossref's posted content. */
public final class CrossrefSource {

  private static final Duration GRACE = Duration.ofHours(36);
  private static final int OVERLAP_DAYS = 1;

  private CrossrefSource() {}

  /** A source of the configured content. */
  public static Source of(CrossrefConfiguration configuration, Equipment equipment) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), OVERLAP_DAYS);
    return new PolledSource(
        "crossref",
        List.of(
            new ListPart(
                "posted-content", new PostedFormat(configuration, equipment.limits()), rhythm)),
        equipment.upstreams().of("Crossref", configuration.requestInterval()),
        DailyCalendar.everyDay(GRACE),
        equipment.clock());
  }
}
