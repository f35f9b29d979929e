package io.paperwire.index;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells the writer what no reader can hold any more. Time is counted in retirements: what was taken
 * out of reach at a time is out of hand when every reader that is at work has begun later.
 *
 * <p>This is epoch-based reclamation (Fraser, "Practical lock-freedom", 2004) for one writer.
 */
final class ReaderClock {

  private volatile long now = 1;
  private final List<Reader> readers = new CopyOnWriteArrayList<>();

  /** One thread that reads. */
  final class Reader {

    private static final long IDLE = Long.MAX_VALUE;

    private volatile long entered = IDLE;

    /**
     * Begins to read.
     *
     * @return the time; whatever was done before it is seen
     */
    long enter() {
      long time;
      do {
        time = now;
        entered = time;
      } while (time != now);
      return time;
    }

    /** Ends to read. */
    void exit() {
      entered = IDLE;
    }

    /** Takes part no more. */
    void leave() {
      readers.remove(this);
    }
  }

  /** A new reader, at rest. */
  Reader reader() {
    Reader reader = new Reader();
    readers.add(reader);
    return reader;
  }

  /** The time of the last retirement. */
  long time() {
    return now;
  }

  /** The time of a retirement that has just been made; readers that begin later see it. */
  long tick() {
    long next = now + 1; // there is one writer
    now = next;
    return next;
  }

  /** Whether every reader that is at work has begun at that time or later. */
  boolean isPast(long time) {
    for (Reader reader : readers) {
      if (reader.entered < time) {
        return false;
      }
    }
    return true;
  }
}
