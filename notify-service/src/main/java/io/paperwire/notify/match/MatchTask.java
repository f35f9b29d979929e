package io.paperwire.notify.match;

import io.paperwire.index.PaperReader;
import io.paperwire.notify.matching.Explanation;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.Wishes;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.stored.UnknownVersion;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches every paper with the subscribers of one partition, and tells them when they are due. */
final class MatchTask {

  private static final Logger LOG = LoggerFactory.getLogger(MatchTask.class);

  /**
   * Papers of the past that are matched together where vectors are scanned for them, so that they
   * share what a scan reads; few, because new papers wait until they are done.
   */
  private static final int BLOCK = 8;

  private final String name;
  private final MatchStores stores;
  private final Subscribers subscribers = new Subscribers();
  private final Findings findings = new Findings();
  private final MatchCounters counters;
  private final AgendaBook agenda;
  private final Reasons reasons;
  private final PaperShelf shelf;
  private final NoticeBook notices;
  private final DigestRound round;
  private final Forgetting forgetting;
  private final Backlog backlog;

  /**
   * A paper that is to be matched.
   *
   * @param paper as it was read
   * @param at event time of its record
   */
  private record Read(PaperShelf.Shelved paper, Instant at) {}

  /**
   * Takes up the work where the stores say it was left.
   *
   * @param name names the task in the log
   * @param news told how far the index is filled meanwhile
   */
  MatchTask(
      String name,
      MatchSettings settings,
      Vocabulary vocabulary,
      MatchStores stores,
      MatchNews news) {
    this(
        name,
        settings,
        new PaperReader(vocabulary),
        new Explanation(vocabulary)::read,
        stores,
        news);
  }

  /**
   * The same, however papers and subscriptions are read.
   *
   * @param wishes reads what a subscriber asks for
   */
  MatchTask(
      String name,
      MatchSettings settings,
      PaperReader papers,
      Function<Subscription, Wishes> wishes,
      MatchStores stores,
      MatchNews news) {
    this.name = name;
    this.stores = stores;
    this.counters = new MatchCounters(stores.counters());
    this.agenda = new AgendaBook(stores.agendas(), counters, settings.patience());
    this.reasons = new Reasons(stores.reasons(), wishes);
    this.shelf = new PaperShelf(stores.papers(), papers);
    this.notices = new NoticeBook(stores, shelf, reasons, counters, subscribers, findings);
    this.round = new DigestRound(settings, agenda, notices, shelf, reasons);
    this.forgetting = new Forgetting(settings, stores, notices);
    this.backlog = new Backlog(stores.backlog());
    try {
      restore(news);
    } finally {
      news.isFilled(name);
    }
  }

  private void restore(MatchNews news) {
    long start = System.nanoTime();
    Map<Follower, Set<Long>> stillWaiting = new HashMap<>();
    Map<Follower, Instant> planned = new HashMap<>();
    new StoredSubscribers(name, stores, news, findings)
        .readInto(
            subscribers,
            (follower, written) -> {
              stillWaiting.put(follower, Set.copyOf(written.getWaiting()));
              Optional.ofNullable(written.getDueAt())
                  .filter(_ -> !follower.isSetAside())
                  .ifPresent(due -> planned.put(follower, due));
            });
    planned.forEach((follower, due) -> agenda.plan(follower, Optional.of(due)));
    long[] waiting = new long[1];
    notices.restore(
        stillWaiting,
        restored -> {
          waiting[0]++;
          agenda.expect(restored.follower(), restored.finding());
        });
    reasons.subscribers().stream()
        .flatMap(id -> subscribers.find(id).stream())
        .forEach(follower -> follower.setHasKeptReasons(true));
    LOG.info(
        "task {} matches for {} subscribers with {} interests, {} papers wait for them; read in {}",
        name,
        subscribers.count(),
        subscribers.interests(),
        waiting[0],
        Duration.ofNanos(System.nanoTime() - start).truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Matches a paper that is new or has changed.
   *
   * @param at event time of the change
   * @param now the time
   * @throws IllegalArgumentException if it makes no sense
   */
  void paperChanged(EnrichedPaper paper, Instant at, Instant now) {
    backlog.drop(paper.getPaperId());
    match(List.of(new Read(shelf.read(paper, at), at)), false, now);
  }

  /**
   * Puts a paper aside that is one of many that are not new, until there is time for it.
   *
   * @param record the paper, as it is stored
   * @param at event time of the change
   */
  void paperOfThePast(String paperId, ByteBuffer record, Instant at) {
    backlog.add(paperId, record, at);
  }

  /**
   * Matches papers of the past.
   *
   * @param goesOn asked before each block of them
   */
  void workBacklog(Instant now, BooleanSupplier goesOn) {
    while (goesOn.getAsBoolean() && backlog.size() > 0) {
      List<Read> block = new ArrayList<>();
      for (int i = subscribers.gainFromBlocks() ? BLOCK : 1; i > 0 && backlog.size() > 0; i--) {
        Backlog.Waiting next = backlog.take();
        read(next).ifPresent(paper -> block.add(new Read(paper, next.at())));
      }
      match(block, true, now);
    }
  }

  /** One that cannot be read, although it was looked at when it came, must not stop the rest. */
  private Optional<PaperShelf.Shelved> read(Backlog.Waiting waiting) {
    try {
      return Optional.of(shelf.read(waiting.paper(), waiting.at()));
    } catch (UnknownVersion newer) {
      // A good one, for whoever is upgraded. It waits on: this round is not committed.
      throw new UncheckedIOException(newer);
    } catch (IOException | RuntimeException e) {
      LOG.error("{} of the backlog cannot be read and is told to nobody", waiting.paperId(), e);
      return Optional.empty();
    }
  }

  /** What there is to do. */
  TaskLoad load() {
    return new TaskLoad(subscribers.count(), subscribers.interests(), backlog.size());
  }

  /** How many papers of the past are still to be matched. */
  long backlog() {
    return backlog.size();
  }

  /**
   * Lets papers wait for all whose interests they match, except those who have a notice of them.
   *
   * @param past whether they may be told later: then they wait from now on, and not from when their
   *     records were written, of which the last may be matched much later than the first
   */
  private void match(List<Read> block, boolean past, Instant now) {
    List<Read> current = new ArrayList<>();
    for (Read read : block) {
      switch (read.paper().paper().getStatus()) {
        case WITHDRAWN -> notices.withdraw(read.paper().paper().getPaperId());
        case ACTIVE, PUBLISHED, UNKNOWN -> {
          if (!forgetting.isTooOld(read.paper().paper(), now)) {
            current.add(read);
          }
        }
      }
    }
    List<int[]> wanting =
        subscribers.match(current.stream().map(read -> read.paper().read()).toList());
    for (int i = 0; i < current.size(); i++) {
      expect(current.get(i), wanting.get(i), past, now);
    }
  }

  private void expect(Read read, int[] wanting, boolean past, Instant now) {
    notices.refresh(read.paper(), wanting, past);
    int[] fresh = withoutNotice(read.paper().paper(), wanting, past);
    if (fresh.length > 0) {
      Instant matchedAt = past ? now : Collections.min(List.of(read.at(), now));
      Finding finding = notices.add(read.paper(), fresh, matchedAt, past);
      for (int number : fresh) {
        agenda.expect(subscribers.find(number).orElseThrow(), finding);
      }
    }
  }

  private int[] withoutNotice(EnrichedPaper paper, int[] wanting, boolean past) {
    if (wanting.length == 0) {
      return wanting;
    }
    BitSet known = notices.knownFor(paper.getPaperId());
    long firstSeen = paper.getFirstSeenAt().toEpochMilli();
    return IntStream.of(wanting)
        .filter(number -> !known.get(number))
        .filter(
            number -> {
              Follower follower = subscribers.find(number).orElseThrow();
              return !follower.joinedAfter(firstSeen) && follower.hasRoom(past);
            })
        .toArray();
  }

  /** Lets a paper that was deleted wait for nobody any more. */
  void paperGone(String paperId) {
    backlog.drop(paperId);
    notices.withdraw(paperId);
  }

  /**
   * Takes over what a subscriber wants from now on. What waits for them keeps waiting, until it is
   * due by their new schedule.
   *
   * @throws IllegalArgumentException if the record does not say when digests are due
   */
  void interestsChanged(SubscriberInterests interests, Instant now) {
    SubscriberProfile profile = SubscriberProfile.of(interests);
    String id = profile.subscription().subscriberId();
    Optional<Follower> known = subscribers.find(id);
    if (known.isEmpty()) {
      subscribe(profile);
      stores.interests().put(id, interests);
    } else if (known.get().profile().subscription().revision()
        < profile.subscription().revision()) {
      change(known.get(), profile, now);
      stores.interests().put(id, interests);
    }
  }

  private void subscribe(SubscriberProfile profile) {
    Follower follower =
        new Follower(
            counters.nextSubscriber(),
            profile,
            profile.activeSince(),
            counters.lastNotice(),
            findings);
    subscribers.add(follower);
    agenda.write(follower, follower.coveredUntil(), Optional.empty());
  }

  private void change(Follower follower, SubscriberProfile profile, Instant now) {
    SubscriberProfile before = follower.profile();
    if (!profile.subscription().covers(before.subscription())) {
      keepReasons(follower, profile.subscription());
    }
    boolean takenUp = follower.isSetAside() && !follower.waiting().isEmpty();
    subscribers.change(follower, profile);
    boolean sameSchedule = before.schedule().equals(profile.schedule());
    boolean moved = follower.dueAt().filter(due -> !sameSchedule && due.isAfter(now)).isPresent();
    if (takenUp || moved) {
      agenda.write(
          follower, follower.coveredUntil(), Optional.of(profile.schedule().firstAfter(now)));
    }
  }

  /** Writes down why papers wait that do not match what a subscriber asks for from now on. */
  private void keepReasons(Follower follower, Subscription changed) {
    Wishes before = reasons.read(follower.profile().subscription());
    Wishes after = reasons.read(changed);
    for (Finding finding : follower.waiting()) {
      PaperShelf.Shelved paper = shelf.get(finding.paper().id());
      if (!after.want(paper.read())) {
        reasons.keep(follower, before, paper);
      }
    }
  }

  /** Deletes all that is known of a subscriber. */
  void subscriberGone(String subscriberId) {
    stores.interests().delete(subscriberId);
    subscribers.find(subscriberId).ifPresent(this::erase);
  }

  private void erase(Follower follower) {
    reasons.drop(follower);
    notices.done(follower, List.copyOf(follower.waiting()));
    agenda.remove(follower);
    subscribers.remove(follower);
  }

  /**
   * When the first of the digests that are planned is due.
   *
   * @param which of them
   */
  Optional<Instant> nextDue(AgendaBook.Which which) {
    return agenda.first(which).map(AgendaBook.Due::at);
  }

  /**
   * Makes digests that are due, the earliest first; what is left stays due.
   *
   * @param which of them
   * @param goesOn asked after each of them
   */
  List<Digest> makeDigests(Instant now, AgendaBook.Which which, BooleanSupplier goesOn) {
    return round.run(now, which, goesOn);
  }

  /** Deletes some of what is no longer needed. */
  void forget(Instant now) {
    forgetting.run(now);
  }
}
