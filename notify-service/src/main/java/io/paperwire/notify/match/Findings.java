package io.paperwire.notify.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The findings that somebody waits for, each in a numbered place as long as somebody does.
 * Subscribers remember places and not findings: a paper is added to the lists of thousands, and
 * where these hold references, a collection of garbage looks at every list that was written since
 * the last one.
 */
final class Findings {

  private final List<@Nullable Finding> places = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private int[] waiting = new int[64];

  /** Gives a finding a place that it keeps until nobody waits for it any more. */
  int place(Finding finding) {
    int place = taken.nextClearBit(0);
    taken.set(place);
    if (place == places.size()) {
      places.add(finding);
    } else {
      places.set(place, finding);
    }
    if (place == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * place);
    }
    waiting[place] = 0;
    finding.paper().waits();
    return place;
  }

  /** The finding that has a place. */
  Finding at(int place) {
    return Objects.requireNonNull(places.get(place));
  }

  /** One more waits for the finding that has a place. */
  void isAwaited(int place) {
    waiting[place]++;
  }

  /** One less waits for it. Without anybody it loses its place. */
  void isAwaitedNoMore(int place) {
    waiting[place]--;
    if (waiting[place] == 0) {
      at(place).paper().waitsNoMore();
      places.set(place, null);
      taken.clear(place);
    }
  }
}
