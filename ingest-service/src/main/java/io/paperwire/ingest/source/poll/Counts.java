package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RecordedSignal.Kind;
import io.paperwire.ingest.source.ItemNotes;
import io.paperwire.ingest.source.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much attention a paper had when it was looked at.
 *
 * @param totals what was counted, by kind; a kind that is missing was never told
 */
public record Counts(Map<Kind, Long> totals) {

  public Counts {
    totals = Map.copyOf(totals);
  }

  /** The name of a paper's counts among the positions. */
  public static String part(CanonicalId paper) {
    return ItemNotes.COUNTS.on(paper.value());
  }

  /** Reads committed counts. */
  public static Counts of(Optional<Position> position) {
    Map<Kind, Long> totals = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      position
          .flatMap(counts -> counts.get(kind.label()))
          .ifPresent(total -> totals.put(kind, Long.parseLong(total)));
    }
    return new Counts(totals);
  }

  /** The counts as they are committed. */
  public Position toPosition() {
    Map<String, String> attributes = new HashMap<>();
    totals.forEach((kind, total) -> attributes.put(kind.label(), Long.toString(total)));
    return new Position(attributes);
  }

  /** These counts where they are told, and the former ones where they are not. */
  public Counts orElse(Counts former) {
    Map<Kind, Long> all = new EnumMap<>(Kind.class);
    all.putAll(former.totals);
    all.putAll(totals);
    return new Counts(all);
  }

  /** These counts, but what is counted of one kind begins with what is told of it now. */
  public Counts beginningAt(Kind kind, Counts told) {
    Map<Kind, Long> all = new EnumMap<>(Kind.class);
    all.putAll(totals);
    Optional.ofNullable(told.totals.get(kind)).ifPresent(total -> all.put(kind, total));
    return new Counts(all);
  }

  /**
   * What has been added, or taken back, since former counts.
   *
   * @param at when these counts were made
   */
  public List<RecordedSignal> since(Counts former, CanonicalId paper, String source, Instant at) {
    List<RecordedSignal> signals = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Optional.ofNullable(totals.get(kind))
          .map(total -> total - Optional.ofNullable(former.totals.get(kind)).orElse(0L))
          .filter(difference -> difference != 0)
          .ifPresent(
              difference -> signals.add(new RecordedSignal(paper, source, kind, difference, at)));
    }
    return signals;
  }
}
