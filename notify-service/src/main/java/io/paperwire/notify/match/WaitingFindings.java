package io.paperwire.notify.match;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.function.Predicate;

/** What waits for one subscriber, oldest notice first: four bytes for each finding. */
final class WaitingFindings extends AbstractList<Finding> {

  private static final int[] NONE = {};

  private final Findings findings;
  private int[] places = NONE;
  private int size;

  /**
   * Nothing.
   *
   * @param findings where those that wait have their places
   */
  WaitingFindings(Findings findings) {
    this.findings = findings;
  }

  @Override
  public Finding get(int index) {
    return findings.at(places[index]);
  }

  @Override
  public int size() {
    return size;
  }

  /** Lets the finding that has a place wait, too. */
  void await(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + size / 2 + 2);
    }
    places[size++] = place;
    findings.isAwaited(place);
  }

  /** Lets those wait no more that pass a test; tells whether there was one. */
  @Override
  public boolean removeIf(Predicate<? super Finding> ended) {
    int kept = 0;
    int before = size;
    for (int i = 0; i < before; i++) {
      int place = places[i];
      if (ended.test(findings.at(place))) {
        findings.isAwaitedNoMore(place);
      } else {
        places[kept++] = place;
      }
    }
    size = kept;
    if (kept == 0) {
      places = NONE;
    }
    return kept < before;
  }
}
