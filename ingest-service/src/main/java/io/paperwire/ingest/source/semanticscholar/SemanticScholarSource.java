package io.paperwire.ingest.source.semanticscholar;

import io.paperwire.ingest.config.SemanticScholarConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import io.paperwire.ingest.upstream.Upstreams;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Semantic Scholar. */
public final class SemanticScholarSource {

  private static final Duration GRACE = Duration.ofDays(3);

  private SemanticScholarSource() {}

  /** A source of the configured papers' citations. */
  public static Source of(
      SemanticScholarConfiguration configuration, Upstreams upstreams, InstantSource clock) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), 0);
    return new PolledSource(
        CitationsFormat.SOURCE,
        List.of(new ListPart("citations", new CitationsFormat(configuration), rhythm)),
        upstreams.of("Semantic Scholar", configuration.requestInterval()),
        DailyCalendar.everyDay(GRACE),
        clock);
  }
}
