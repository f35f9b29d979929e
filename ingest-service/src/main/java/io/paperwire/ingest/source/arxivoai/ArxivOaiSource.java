package io.paperwire.ingest.source.arxivoai;

import io.paperwire.ingest.config.ArxivConfiguration;
import io.paperwire.ingest.config.ArxivOaiConfiguration;
import io.paperwire.ingest.freshness.ArxivCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.ListPart;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** arXiv's OAI-PMH server. */
public final class ArxivOaiSource {

  /** Records change at about 22:30, two and a half hours after the announcement. */
  private static final Duration VISIBLE_AFTER = Duration.ofMinutes(150);

  private static final Duration GRACE = Duration.ofHours(12);

  /** The server may answer with date stamps of the day before. */
  private static final int OVERLAP_DAYS = 1;

  private ArxivOaiSource() {}

  /** A source of the configured sets. */
  public static Source of(
      ArxivOaiConfiguration configuration, ArxivConfiguration arxiv, Equipment equipment) {
    List<Optional<String>> sets =
        configuration.sets().isEmpty()
            ? List.of(Optional.empty())
            : configuration.sets().stream().map(Optional::of).toList();
    Papers papers =
        switch (configuration.format()) {
          case RAW -> new RawPapers(equipment.limits());
          case CURRENT -> new CurrentPapers(equipment.limits());
        };
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(configuration.pollInterval(), configuration.lookback(), OVERLAP_DAYS);
    return new PolledSource(
        "arxiv-oai",
        sets.stream()
            .map(
                set ->
                    new ListPart(
                        set.orElse("all"),
                        new OaiFormat(set, configuration.baseUrl(), papers),
                        rhythm))
            .toList(),
        equipment.upstreams().of("arXiv", arxiv.requestInterval()),
        new ArxivCalendar(arxiv.furtherHolidays(), VISIBLE_AFTER, GRACE),
        equipment.clock());
  }
}
