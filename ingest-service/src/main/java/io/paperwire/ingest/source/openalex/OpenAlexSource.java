package io.paperwire.ingest.source.openalex;

import io.paperwire.ingest.config.OpenAlexConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;
import java.util.List;

/** OpenAlex. */
public final class OpenAlexSource {

  private static final Duration GRACE = Duration.ofDays(3);

  /** Works turn up some days after the date that they carry. */
  private static final int OVERLAP_DAYS = 3;

  private OpenAlexSource() {}

  /** A source of the configured works. */
  public static Source of(OpenAlexConfiguration configuration, Equipment equipment) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), OVERLAP_DAYS);
    return new PolledSource(
        "openalex",
        List.of(new ListPart("works", new WorksFormat(configuration, equipment.limits()), rhythm)),
        equipment.upstreams().of("OpenAlex", configuration.requestInterval()),
        DailyCalendar.everyDay(GRACE),
        equipment.clock());
  }
}
