package io.paperwire.notify.match;

import java.time.Duration;
import java.time.Instant;

/**
 * One look at a paper that found who wants it. Those for whom it waits share it.
 *
 * @param number of its notice; later findings have higher ones
 * @param paper the paper
 * @param matchedAt event time of the record that matched; of a paper of the past, when it was
 *     matched
 * @param backlog whether the paper is one of many that are not new, and may be told later
 */
record Finding(long number, AwaitedPaper paper, Instant matchedAt, boolean backlog) {

  /** From when on it may be told at once to those who want to hear at once. */
  Instant readyAt(Duration patience) {
    return backlog ? matchedAt.plus(patience) : matchedAt;
  }
}
