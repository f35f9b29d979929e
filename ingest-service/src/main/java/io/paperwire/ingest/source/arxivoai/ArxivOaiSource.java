package io.paperwire.ingest.source.arxivoai;

import io.paperwire.ingest.config.ArxivConfiguration;
import io.paperwire.ingest.config.ArxivOaiConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.freshness.ArxivCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.PolledSource;
import io.paperwire.ingest.upstream.Upstreams;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** arXiv's OAI-PMH server. */
public final class ArxivOaiSource {

  /** Records change at about 22:30, two and a half hours after the announcement. */
  private static final Duration VISIBLE_AFTER = Duration.ofMinutes(150);

  private static final Duration GRACE = Duration.ofHours(12);

  private ArxivOaiSource() {}

  /** A source of the configured sets. */
  public static Source of(
      ArxivOaiConfiguration configuration,
      ArxivConfiguration arxiv,
      PaperLimits limits,
      Upstreams upstreams,
      InstantSource clock) {
    List<Optional<String>> sets =
        configuration.sets().isEmpty()
            ? List.of(Optional.empty())
            : configuration.sets().stream().map(Optional::of).toList();
    Papers papers =
        switch (configuration.format()) {
          case RAW -> new RawPapers(limits);
          case CURRENT -> new CurrentPapers(limits);
        };
    return new PolledSource(
        "arxiv-oai",
        sets.stream()
            .map(
                set ->
                    new OaiPart(
                        set,
                        configuration.baseUrl(),
                        papers,
                        configuration.pollInterval(),
                        configuration.lookback()))
            .toList(),
        upstreams.of("arXiv", arxiv.requestInterval()),
        new ArxivCalendar(arxiv.furtherHolidays(), VISIBLE_AFTER, GRACE),
        clock);
  }
}
