package io.paperwire.notify.deliver.intake;

import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Which records of one partition are begun and not finished. Records finish in any order; committed
 * is only what has no unfinished record before it. A book is closed when the partition goes to
 * another instance, which reads again what was not finished.
 */
final class OffsetBook {

  private static final long NONE = -1;

  private final TreeSet<Long> unfinished = new TreeSet<>();
  private long next = NONE;
  private long committed = NONE;
  private boolean open = true;

  /** A record is taken in hand; records come in the order of their offsets. */
  synchronized void begun(long offset) {
    unfinished.add(offset);
    next = offset + 1;
  }

  /** A record needs not be read again. */
  synchronized void finished(long offset) {
    unfinished.remove(offset);
  }

  /** The offset to commit; empty if nothing changed since the last one. */
  synchronized OptionalLong toCommit() {
    long offset = unfinished.isEmpty() ? next : unfinished.first();
    return offset > committed ? OptionalLong.of(offset) : OptionalLong.empty();
  }

  /** An offset was committed. */
  synchronized void committed(long offset) {
    committed = offset;
  }

  /** Nothing of this partition is to be begun any more. */
  synchronized void close() {
    open = false;
  }

  /** Whether the partition is still this instance's. */
  synchronized boolean isOpen() {
    return open;
  }
}
