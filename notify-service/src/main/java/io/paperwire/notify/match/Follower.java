package io.paperwire.notify.match;

import io.paperwire.notify.schedule.Schedule.AtOnce;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber in the memory of a task: what they want, and what waits for them. A paper looks at
 * thousands of them, each somewhere else in memory, so what each match asks for stands here and not
 * only in their profile.
 */
final class Follower {

  /**
   * So many papers wait for one subscriber at most: more than a week of a large archive brings. A
   * digest, and a change of what they want, look at each of them while nothing else is read.
   */
  static final int MOST_WAITING = 10_000;

  /**
   * A digest holds each paper against all that is asked for, which takes about a microsecond for a
   * few characters. So fewer papers wait where thousands of words are asked for, and neither a
   * digest nor a change takes longer than a few seconds.
   */
  private static final long MOST_WAITING_BY_CHARACTERS = 12_000_000;

  private static final int LEAST_ROOM = 200;

  private final int number;
  private SubscriberProfile profile;
  private long activeSince;
  private boolean isToldAtOnce;
  private int room;
  private Instant coveredUntil;
  private long toldThrough;
  private @Nullable Instant dueAt;
  private boolean hasKeptReasons;
  private boolean isSetAside;
  private final WaitingFindings waiting;

  /**
   * A subscriber for whom nothing waits.
   *
   * @param number theirs alone
   * @param toldThrough the last notice that does not concern them
   * @param findings where what will wait for them has its place
   */
  Follower(
      int number,
      SubscriberProfile profile,
      Instant coveredUntil,
      long toldThrough,
      Findings findings) {
    this.number = number;
    this.waiting = new WaitingFindings(findings);
    this.profile = profile;
    this.activeSince = profile.activeSince().toEpochMilli();
    this.isToldAtOnce = profile.schedule() instanceof AtOnce;
    this.room = room(profile);
    this.coveredUntil = coveredUntil;
    this.toldThrough = toldThrough;
  }

  int number() {
    return number;
  }

  String id() {
    return profile.subscription().subscriberId();
  }

  SubscriberProfile profile() {
    return profile;
  }

  private static int room(SubscriberProfile profile) {
    long characters = Math.max(1, profile.subscription().characters());
    return Math.clamp(MOST_WAITING_BY_CHARACTERS / characters, LEAST_ROOM, MOST_WAITING);
  }

  /** Takes over what they want from now on, which says when digests are due. */
  void become(SubscriberProfile changed) {
    profile = changed;
    activeSince = changed.activeSince().toEpochMilli();
    isToldAtOnce = changed.schedule() instanceof AtOnce;
    room = room(changed);
    isSetAside = false;
  }

  /**
   * Whether a paper is older than their subscription, and so not sent to them.
   *
   * @param firstSeen when it was first seen, in milliseconds since 1970 as records have it
   */
  boolean joinedAfter(long firstSeen) {
    return firstSeen < activeSince;
  }

  /** Whether they want to hear at once, and not by day or week. */
  boolean isToldAtOnce() {
    return isToldAtOnce;
  }

  /** Whether it is not known when their digests are due, so that none is. Papers wait on. */
  boolean isSetAside() {
    return isSetAside;
  }

  void setAside() {
    isSetAside = true;
  }

  /** End of the last digest's window, or the begin of the subscription. */
  Instant coveredUntil() {
    return coveredUntil;
  }

  /** The last notice of which it is written down whether its paper waits. */
  long toldThrough() {
    return toldThrough;
  }

  /** Notes what is written down. */
  void told(Instant until, long through) {
    coveredUntil = until;
    toldThrough = through;
  }

  /** When the next digest is due, if a paper waits. */
  Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  void setDueAt(@Nullable Instant due) {
    dueAt = due;
  }

  /** Whether there may be reasons that are kept, see {@link Reasons}. */
  boolean hasKeptReasons() {
    return hasKeptReasons;
  }

  void setHasKeptReasons(boolean kept) {
    hasKeptReasons = kept;
  }

  /**
   * Whether one more paper can wait.
   *
   * @param past whether it is one of many that are not new
   */
  boolean hasRoom(boolean past) {
    return waiting.size() < (past ? room / 2 : room); // the past leaves room for what is new
  }

  /** What waits, oldest notice first. */
  WaitingFindings waiting() {
    return waiting;
  }
}
