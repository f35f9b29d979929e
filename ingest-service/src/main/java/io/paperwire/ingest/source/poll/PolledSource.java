package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.freshness.NewsCalendar;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.ingest.upstream.Upstream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A source that is asked part by part. */
public final class PolledSource implements Source {

  private final String name;
  private final List<Part> parts;
  private final Upstream upstream;
  private final InstantSource clock;
  private final NewsCalendar calendar;
  private final PollHealth health;
  private final boolean ends;

  /**
   * A source.
   *
   * @param name in events, state and configuration
   * @param parts at least one
   * @param upstream whom all parts ask
   * @param calendar when something new is to be expected
   */
  public PolledSource(
      String name,
      List<? extends Part> parts,
      Upstream upstream,
      NewsCalendar calendar,
      InstantSource clock) {
    this(name, parts, upstream, calendar, clock, false);
  }

  private PolledSource(
      String name,
      List<? extends Part> parts,
      Upstream upstream,
      NewsCalendar calendar,
      InstantSource clock,
      boolean ends) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("source '" + name + "' has nothing to ask for");
    }
    this.name = name;
    this.parts = List.copyOf(parts);
    this.upstream = upstream;
    this.clock = clock;
    this.calendar = calendar;
    this.ends = ends;
    this.health = new PollHealth(calendar);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PageReader open(Positions positions) {
    return new PolledReader(name, parts, positions, upstream, health, clock, ends);
  }

  @Override
  public Optional<Source> backfill(Period period) {
    List<Part> past = parts.stream().flatMap(part -> part.backfill(period).stream()).toList();
    return past.isEmpty()
        ? Optional.empty()
        : Optional.of(new PolledSource(name, past, upstream, calendar, clock, true));
  }

  @Override
  public SourceCondition condition() {
    return health.condition(clock.instant());
  }
}
