package io.paperwire.notify.match;

/** A paper that waits for somebody, and how many looks at it have found those. */
final class AwaitedPaper {

  private final String id;
  private int count;

  AwaitedPaper(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** One more look has found somebody. */
  void waits() {
    count++;
  }

  /** It waits for nobody any more whom one of them has found. */
  void waitsNoMore() {
    count--;
  }

  /** Whether there is nobody for whom it waits. */
  boolean waitsForNobody() {
    return count == 0;
  }
}
