package io.paperwire.ingest.source.semanticscholar;

import io.paperwire.ingest.config.SemanticScholarConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;
import java.util.List;

/** Semantic Scholar. */
public final class SemanticScholarSource {

  private static final Duration GRACE = Duration.ofDays(3);

  private SemanticScholarSource() {}

  /** A source of the configured papers' citations. */
  public static Source of(SemanticScholarConfiguration configuration, Equipment equipment) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), 0);
    return new PolledSource(
        CitationsFormat.SOURCE,
        List.of(new ListPart("citations", new CitationsFormat(configuration), rhythm)),
        equipment.upstreams().of("Semantic Scholar", configuration.requestInterval()),
        DailyCalendar.everyDay(GRACE),
        equipment.clock());
  }
}
