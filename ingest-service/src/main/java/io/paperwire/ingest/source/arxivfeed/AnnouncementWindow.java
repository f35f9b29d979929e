package io.paperwire.ingest.source.arxivfeed;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tells a paper that is new today in another category from an old one that was cross-listed today;
 * the feed calls both {@code cross}. arXiv gives ids out in order of submission, so what is
 * announced together has ids close to each other. The papers that the same answer calls {@code new}
 * show where today's ids begin; single papers that moderation held back have much lower ids, and do
 * not count.
 *
 * @param lowest the lowest place in the order of ids that still belongs to today's announcement
 */
record AnnouncementWindow(long lowest) {

  /** One id in ten may be a paper that was held back. */
  private static final int STRAGGLERS_IN = 10;

  /** How far below the first of a category's new ids those of other categories may begin. */
  private static final long SLACK = 100;

  /** More ids than arXiv gives out between two announcements, holidays apart. */
  private static final long WIDEST = 6_000;

  /**
   * The window of one answer.
   *
   * @param newIds places of the ids that the answer calls new
   * @param allIds places of all its ids; decide where it calls none new
   */
  static AnnouncementWindow of(Collection<Long> newIds, Collection<Long> allIds) {
    if (newIds.isEmpty()) {
      long highest = allIds.stream().mapToLong(id -> id).max().orElse(Long.MAX_VALUE);
      return new AnnouncementWindow(highest - SLACK * STRAGGLERS_IN);
    }
    List<Long> sorted = newIds.stream().sorted().toList();
    long first = sorted.get(sorted.size() / STRAGGLERS_IN);
    long median = sorted.get(sorted.size() / 2);
    return new AnnouncementWindow(Math.max(first - SLACK, median - WIDEST));
  }

  /**
   * Whether a paper is new today.
   *
   * @param id its id's place
   * @param version its version; only a first version is new
   */
  boolean holds(long id, OptionalInt version) {
    return version.orElse(1) == 1 && id >= lowest;
  }
}
