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
  private final List<Asked> parts;
  private final NewsCalendar calendar;
  private final InstantSource clock;
  private final PollHealth health;
  private final boolean ends;

  /**
   * A part and whom it asks.
   *
   * @param part what is asked for
   * @param upstream who is asked
   */
  public record Asked(Part part, Upstream upstream) {}

  /**
   * A source whose parts all ask one upstream.
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
    this(
        name,
        parts.stream().map(part -> new Asked(part, upstream)).toList(),
        calendar,
        clock,
        false);
  }

  /**
   * A source whose parts ask different upstreams.
   *
   * @param parts at least one
   */
  public PolledSource(String name, List<Asked> parts, NewsCalendar calendar, InstantSource clock) {
    this(name, parts, calendar, clock, false);
  }

  private PolledSource(
      String name, List<Asked> parts, NewsCalendar calendar, InstantSource clock, boolean ends) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("source '" + name + "' has nothing to ask for");
    }
    this.name = name;
    this.parts = List.copyOf(parts);
    this.calendar = calendar;
    this.clock = clock;
    this.ends = ends;
    this.health = new PollHealth(calendar);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PageReader open(Positions positions) {
    return new PolledReader(name, parts, positions, health, clock, ends);
  }

  @Override
  public Optional<Source> backfill(Period period) {
    List<Asked> past =
        parts.stream()
            .flatMap(
                asked ->
                    asked.part().backfill(period).stream()
                        .map(part -> new Asked(part, asked.upstream())))
            .toList();
    return past.isEmpty()
        ? Optional.empty()
        : Optional.of(new PolledSource(name, past, calendar, clock, true));
  }

  @Override
  public SourceCondition condition() {
    return health.condition(clock.instant());
  }
}
