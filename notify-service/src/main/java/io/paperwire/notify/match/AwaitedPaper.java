package io.paperwire.notify.match;

/** A paper that waits for somebody, and for how many. */
final class AwaitedPaper {

  private final String id;
  private int count;

  AwaitedPaper(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** It waits for one more. */
  void waits() {
    count++;
  }

  /** It waits for one less. */
  void waitsNoMore() {
    count--;
  }

  /** Whether there is nobody for whom it waits. */
  boolean waitsForNobody() {
    return count == 0;
  }
}
