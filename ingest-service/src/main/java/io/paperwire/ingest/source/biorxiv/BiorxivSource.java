package io.paperwire.ingest.source.biorxiv;

import io.paperwire.ingest.config.BiorxivConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;

/** bioRxiv and medRxiv. */
public final class BiorxivSource {

  private static final Duration GRACE = Duration.ofHours(36);
  private static final int OVERLAP_DAYS = 1;

  private BiorxivSource() {}

  /** A source of the configured servers. */
  public static Source of(BiorxivConfiguration configuration, Equipment equipment) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), OVERLAP_DAYS);
    return new PolledSource(
        "biorxiv",
        configuration.servers().stream()
            .map(
                server ->
                    new ListPart(
                        server,
                        new DetailsFormat(server, configuration.baseUrl(), equipment.limits()),
                        rhythm))
            .toList(),
        equipment.upstreams().of("bioRxiv", configuration.requestInterval()),
        DailyCalendar.workingDays(GRACE),
        equipment.clock());
  }
}
