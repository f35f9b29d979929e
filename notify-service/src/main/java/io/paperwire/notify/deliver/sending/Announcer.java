package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.Ledger;
import io.paperwire.notify.deliver.ledger.Settlement;
import io.paperwire.notify.deliver.patience.Pause;
import io.paperwire.notify.deliver.patience.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the others how digests were settled, beside the mails: while the broker is away, mails
 * leave all the same. The ledger remembers of whom nobody was told, so that what one instance could
 * not tell, or had no room to keep, is told later.
 */
public final class Announcer implements DeliveryNews {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(100);

  /** Settlements in memory at most: some megabytes. */
  private static final int MOST = 10_000;

  /** Told in one request to the broker and one step of the ledger. */
  private static final int AT_ONCE = 200;

  /** Whoever settled a digest tells it at once, if they live and the broker is there. */
  private static final Duration TOLD_BY_THEN = Duration.ofMinutes(1);

  /** After so long a wait for the broker, other instances are telling what they have as well. */
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  private final LinkedBlockingQueue<Settlement> waiting = new LinkedBlockingQueue<>(MOST);
  private final Ledger ledger;
  private final DeliveryNews news;
  private final InstantSource clock;
  private final Pause untilEnd;

  /** Farther away than {@link #TOLD_BY_THEN} only where the clock was set back. */
  private Instant nextLook = Instant.MIN;

  /**
   * An announcer of one instance.
   *
   * @param news tells settlements, and waits for the broker
   * @param untilEnd lets time pass until the last mail is out of hand
   */
  public Announcer(Ledger ledger, DeliveryNews news, InstantSource clock, Pause untilEnd) {
    this.ledger = ledger;
    this.news = news;
    this.clock = clock;
    this.untilEnd = untilEnd;
  }

  /** The ledger has the news already; here it only waits for its turn. */
  @Override
  public void tell(List<Settlement> settlements) {
    for (Settlement settlement : settlements) {
      if (!waiting.offer(settlement)) {
        LOG.debug("Of digest {} the others are told later", settlement.digestId());
      }
    }
  }

  /** Works until the end, and tells what there is until then. */
  public void run() {
    try {
      while (true) {
        round();
        untilEnd.rest(BETWEEN_ROUNDS);
      }
    } catch (Stopped end) {
      tellLast();
    }
  }

  private void tellLast() {
    try {
      tellWaiting();
    } catch (Stopped end) {
      LOG.debug("The broker is away; the ledger knows what is to be told");
    } catch (RuntimeException failure) {
      LOG.error("Not all news was told; the ledger knows the rest", failure);
    }
  }

  /** Tells what waits; now and then, what others could not tell. */
  void round() {
    Instant began = clock.instant();
    try {
      tellWaiting();
      Instant now = clock.instant();
      if (Duration.between(began, now).compareTo(OUTAGE) > 0) {
        nextLook = now.plus(TOLD_BY_THEN);
      } else if (!now.isBefore(nextLook) || nextLook.isAfter(now.plus(TOLD_BY_THEN))) {
        nextLook = now.plus(TOLD_BY_THEN);
        tellWhatOthersLeft(now);
      }
    } catch (Stopped end) {
      throw end;
    } catch (RuntimeException failure) {
      LOG.error("News could not be told; the ledger knows it, and the next round follows", failure);
    }
  }

  private void tellWaiting() {
    for (List<Settlement> next = next(); !next.isEmpty(); next = next()) {
      announce(next);
    }
  }

  private List<Settlement> next() {
    List<Settlement> next = new ArrayList<>();
    waiting.drainTo(next, AT_ONCE);
    return next;
  }

  private void tellWhatOthersLeft(Instant now) {
    List<Settlement> untold = ledger.untold(now.minus(TOLD_BY_THEN));
    for (int from = 0; from < untold.size(); from += AT_ONCE) {
      announce(untold.subList(from, Math.min(untold.size(), from + AT_ONCE)));
      // The ledger lists some of them at once.
      nextLook = now;
    }
  }

  private void announce(List<Settlement> settlements) {
    news.tell(settlements);
    ledger.told(settlements.stream().map(Settlement::digestId).toList());
  }
}
