package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.judgement.Fingerprint;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.source.ItemNotes;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a part has been told as unreadable, so that it is told once though upstreams list it
 * again and again, never with quite the same bytes around it. Kept among the positions as
 * fingerprints; the oldest are forgotten where they are many.
 *
 * @param items single items
 * @param places where whole answers could not be read, and for which kind of fault
 */
record Told(List<String> items, List<String> places) {

  private static final int MOST_ITEMS = 1000;
  private static final int MOST_PLACES = 50;

  private static final String ITEMS = "items";
  private static final String PLACES = "places";
  private static final String SEPARATOR = ",";

  /** What was told of a part. */
  static Told of(Progress progress, Part part) {
    Optional<Position> position = progress.of(ItemNotes.FAULTS.on(part.name()));
    return new Told(list(position, ITEMS), list(position, PLACES));
  }

  private static List<String> list(Optional<Position> position, String name) {
    return position
        .flatMap(told -> told.get(name))
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split(SEPARATOR, -1)))
        .orElse(List.of());
  }

  /** As it is committed. */
  Map<String, Position> toPosition(Part part) {
    return Map.of(
        ItemNotes.FAULTS.on(part.name()),
        new Position(
            Map.of(ITEMS, String.join(SEPARATOR, items), PLACES, String.join(SEPARATOR, places))));
  }

  boolean hasItem(RejectedInput reject) {
    return items.contains(fingerprint(reject));
  }

  Told withItem(RejectedInput reject) {
    return new Told(with(items, fingerprint(reject), MOST_ITEMS), places);
  }

  boolean hasPlace(String place, Fault fault) {
    return places.contains(fingerprint(fault + " " + place));
  }

  Told withPlace(String place, Fault fault) {
    return new Told(items, with(places, fingerprint(fault + " " + place), MOST_PLACES));
  }

  /** What could be read after all may be told again if it breaks again. */
  Told withoutPlace(String place) {
    if (places.isEmpty()) {
      return this;
    }
    Set<String> readable =
        Stream.of(Fault.values())
            .map(fault -> fingerprint(fault + " " + place))
            .collect(Collectors.toSet());
    return new Told(items, places.stream().filter(told -> !readable.contains(told)).toList());
  }

  private static List<String> with(List<String> all, String one, int most) {
    return Stream.concat(all.stream().skip(Math.max(0, all.size() + 1 - most)), Stream.of(one))
        .toList();
  }

  /** By its name, since what else it says may change; by its bytes where it has none. */
  private static String fingerprint(RejectedInput reject) {
    String name = reject.place().item().orElseGet(reject.raw()::sha256);
    return fingerprint(reject.fault() + " " + name);
  }

  private static String fingerprint(String text) {
    return HexFormat.of().toHexDigits(Fingerprint.of(text));
  }
}
