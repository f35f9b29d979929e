package io.paperwire.ingest.source.openalex;

import io.paperwire.ingest.config.OpenAlexConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import io.paperwire.ingest.upstream.Upstreams;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** OpenAlex. */
public final class OpenAlexSource {

  private static final Duration GRACE = Duration.ofDays(3);

  /** Works turn up some days after the date that they carry. */
  private static final int OVERLAP_DAYS = 3;

  private OpenAlexSource() {}

  /** A source of the configured works. */
  public static Source of(
      OpenAlexConfiguration configuration,
      PaperLimits limits,
      Upstreams upstreams,
      InstantSource clock) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), OVERLAP_DAYS);
    return new PolledSource(
        "openalex",
        List.of(new ListPart("works", new WorksFormat(configuration, limits), rhythm)),
        upstreams.of("OpenAlex", configuration.requestInterval()),
        DailyCalendar.everyDay(GRACE),
        clock);
  }
}
