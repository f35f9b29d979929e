package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.config.ArxivFeedConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.source.Backoff;
import io.paperwire.ingest.source.Pacer;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.SourceCondition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** arXiv's feeds. */
public final class ArxivFeedSource implements Source {

  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  private static final int FIRST_DELAY_INTERVALS = 4;

  private final ArxivFeedConfiguration configuration;
  private final PaperLimits limits;
  private final Pacer pacer;
  private final InstantSource clock;
  private final FeedHealth health = new FeedHealth();

  /**
   * A source of the configured categories.
   *
   * @param pacer shared by all that ask arXiv
   */
  public ArxivFeedSource(
      ArxivFeedConfiguration configuration, PaperLimits limits, Pacer pacer, InstantSource clock) {
    this.configuration = configuration;
    this.limits = limits;
    this.pacer = pacer;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "arxiv-feed";
  }

  @Override
  public PageReader open(Positions positions) {
    Duration firstDelay = configuration.requestInterval().multipliedBy(FIRST_DELAY_INTERVALS);
    return new FeedReader(
        configuration.categories(),
        positions,
        new FeedClient(configuration, pacer, clock),
        new FeedParser(limits),
        health,
        clock,
        RandomGenerator.getDefault(),
        configuration.pollInterval(),
        new Backoff(firstDelay, LONGEST_DELAY));
  }

  @Override
  public SourceCondition condition() {
    return health.condition(clock.instant());
  }
}
