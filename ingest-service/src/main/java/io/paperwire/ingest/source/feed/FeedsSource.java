package io.paperwire.ingest.source.feed;

import io.paperwire.ingest.config.FeedsConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;

/** The feeds that are configured; each host is an upstream of its own. */
public final class FeedsSource {

  /** Journals come out weekly at best. */
  private static final Duration GRACE = Duration.ofDays(14);

  private FeedsSource() {}

  /** A source of the configured feeds. */
  public static Source of(FeedsConfiguration configuration, Equipment equipment) {
    SyndicationItems items = new SyndicationItems(equipment.limits());
    return new PolledSource(
        "feeds",
        configuration.urls().stream()
            .distinct()
            .map(
                url ->
                    new PolledSource.Asked(
                        new SyndicationPart(
                            url, items, configuration.pollInterval(), configuration.lookback()),
                        equipment
                            .upstreams()
                            .ofHost(url.getHost(), configuration.requestInterval())))
            .toList(),
        DailyCalendar.everyDay(GRACE),
        equipment.clock());
  }
}
