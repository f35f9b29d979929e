package io.paperwire.notify.match;

import io.paperwire.notify.matching.Wishes;
import io.paperwire.notify.state.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Who has been found to want which paper. A notice names all whom one look at a paper has found, in
 * a byte or two each, and is not touched when one of them is told: that a paper waits for somebody
 * is known in memory, and made anew from the notices and from how far each has been told ({@link
 * AgendaBook}).
 *
 * <p>So a paper costs two records of a store, whether it matches ten subscribers or ten thousand.
 */
final class NoticeBook {

  private final KeyValueStore<StoreKey, Notice> notices;
  private final PaperShelf shelf;
  private final Reasons reasons;
  private final MatchCounters counters;
  private final Subscribers subscribers;
  private final Findings findings;
  private final Map<String, AwaitedPaper> waiting = new HashMap<>();

  NoticeBook(
      MatchStores stores,
      PaperShelf shelf,
      Reasons reasons,
      MatchCounters counters,
      Subscribers subscribers,
      Findings findings) {
    this.notices = stores.notices();
    this.shelf = shelf;
    this.reasons = reasons;
    this.counters = counters;
    this.subscribers = subscribers;
    this.findings = findings;
  }

  /** A notice as it is found in the store. */
  private record Entry(StoreKey key, Notice notice) {

    long number() {
      return Long.parseLong(key.second(), Character.MAX_RADIX);
    }

    int[] subscribers() {
      return Numbers.read(notice.getSubscribers());
    }
  }

  private static StoreKey key(String paperId, long number) {
    return new StoreKey(paperId, Long.toString(number, Character.MAX_RADIX));
  }

  private List<Entry> entries(String paperId) {
    List<Entry> found = new ArrayList<>();
    try (KeyValueIterator<StoreKey, Notice> entries =
        notices.prefixScan(paperId, StoreKey.prefix())) {
      while (entries.hasNext()) {
        KeyValue<StoreKey, Notice> entry = entries.next();
        found.add(new Entry(entry.key, entry.value));
      }
    }
    return found;
  }

  /** The numbers of those who have a notice of a paper. */
  BitSet knownFor(String paperId) {
    BitSet known = new BitSet();
    entries(paperId).forEach(entry -> Arrays.stream(entry.subscribers()).forEach(known::set));
    return known;
  }

  /**
   * Lets all papers wait that did so when the task ended. Needs all subscribers.
   *
   * @param stillWaiting the notices before the last digest whose paper waits, by subscriber
   */
  void restore(Map<Follower, Set<Long>> stillWaiting, Consumer<Restored> each) {
    List<Entry> found = new ArrayList<>();
    shelf.ids().forEach(paperId -> found.addAll(entries(paperId)));
    found.sort(Comparator.comparingLong(Entry::number));
    for (Entry entry : found) {
      Finding finding = finding(entry);
      List<Follower> followers =
          IntStream.of(entry.subscribers())
              .mapToObj(subscribers::find)
              .flatMap(follower -> follower.stream())
              .filter(follower -> waits(follower, finding, stillWaiting))
              .toList();
      await(followers, finding);
      followers.forEach(follower -> each.accept(new Restored(follower, finding)));
    }
    found.stream()
        .map(entry -> entry.key().first())
        .filter(paperId -> waiting(paperId).waitsForNobody())
        .distinct()
        .toList()
        .forEach(waiting::remove);
  }

  /** A paper waits for a subscriber again. */
  record Restored(Follower follower, Finding finding) {}

  private static boolean waits(
      Follower follower, Finding finding, Map<Follower, Set<Long>> stillWaiting) {
    return finding.number() > follower.toldThrough()
        || stillWaiting.getOrDefault(follower, Set.of()).contains(finding.number());
  }

  private Finding finding(Entry entry) {
    return new Finding(
        entry.number(),
        waiting(entry.key().first()),
        entry.notice().getMatchedAt(),
        entry.notice().getBacklog());
  }

  private AwaitedPaper waiting(String paperId) {
    return waiting.computeIfAbsent(paperId, AwaitedPaper::new);
  }

  private void await(List<Follower> followers, Finding finding) {
    if (!followers.isEmpty()) {
      int place = findings.place(finding);
      followers.forEach(follower -> follower.waiting().await(place));
    }
  }

  /**
   * Lets a paper wait for subscribers who have no notice of it.
   *
   * @param wanting their numbers, ascending, at least one
   * @param matchedAt as a finding has it
   * @param backlog whether it may be told later
   */
  Finding add(PaperShelf.Shelved paper, int[] wanting, Instant matchedAt, boolean backlog) {
    String id = paper.paper().getPaperId();
    long number = counters.nextNotice();
    shelve(paper, backlog);
    notices.put(key(id, number), new Notice(matchedAt, backlog, Numbers.written(wanting)));
    Finding finding = new Finding(number, waiting(id), matchedAt, backlog);
    await(
        IntStream.of(wanting)
            .mapToObj(subscriber -> subscribers.find(subscriber).orElseThrow())
            .toList(),
        finding);
    return finding;
  }

  /**
   * Takes over what has changed in a paper that waits. Why it waits for those who would not want it
   * as it is now is written down first.
   *
   * @param wanting the numbers of those who want it as it is now, ascending
   * @param backlog whether it is one of many that are not new
   */
  void refresh(PaperShelf.Shelved paper, int[] wanting, boolean backlog) {
    String id = paper.paper().getPaperId();
    if (!waiting.containsKey(id)) {
      return;
    }
    PaperShelf.Shelved before = shelf.get(id);
    if (!before.readsLike(paper)) {
      for (Follower follower : waitingFor(id)) {
        if (Arrays.binarySearch(wanting, follower.number()) < 0) {
          Wishes wishes = reasons.read(follower.profile().subscription());
          reasons.keep(follower, wishes, before);
        }
      }
    }
    shelve(paper, backlog);
  }

  private void shelve(PaperShelf.Shelved paper, boolean backlog) {
    if (backlog) {
      shelf.put(paper);
    } else {
      shelf.putAtHand(paper);
    }
  }

  private List<Follower> waitingFor(String paperId) {
    return entries(paperId).stream()
        .flatMapToInt(entry -> Arrays.stream(entry.subscribers()))
        .mapToObj(subscribers::find)
        .flatMap(found -> found.stream())
        .filter(follower -> follower.waiting().stream().anyMatch(each -> isOf(each, paperId)))
        .toList();
  }

  private static boolean isOf(Finding finding, String paperId) {
    return finding.paper().id().equals(paperId);
  }

  /** Lets a paper wait for nobody any more. Who was told of it stays known. */
  void withdraw(String paperId) {
    if (waiting.containsKey(paperId)) {
      entries(paperId).forEach(entry -> forgetWaiting(entry, true));
      settle(paperId);
    }
  }

  /**
   * Forgets a notice. If its paper still waits for somebody, it does so no more.
   *
   * @param key the notice's
   */
  void forget(StoreKey key) {
    Notice notice = notices.get(key);
    if (notice != null) {
      forgetWaiting(new Entry(key, notice), false);
      notices.delete(key);
      if (waiting.containsKey(key.first()) && waiting(key.first()).waitsForNobody()) {
        settle(key.first());
      }
    }
  }

  /** The paper of a notice waits for nobody any more, as if it had never matched those. */
  private void forgetWaiting(Entry entry, boolean rewrite) {
    int[] numbers = entry.subscribers();
    int[] told =
        IntStream.of(numbers)
            .filter(number -> subscribers.find(number).filter(at -> !drop(at, entry)).isPresent())
            .toArray();
    if (!rewrite || told.length == numbers.length) {
      return;
    }
    notices.put(
        entry.key(),
        told.length == 0
            ? null
            : new Notice(
                entry.notice().getMatchedAt(), entry.notice().getBacklog(), Numbers.written(told)));
  }

  /** Whether the paper has waited for the subscriber because of this notice. */
  private boolean drop(Follower follower, Entry entry) {
    boolean waited = follower.waiting().removeIf(finding -> finding.number() == entry.number());
    if (waited) {
      reasons.drop(follower, entry.key().first());
    }
    return waited;
  }

  /** Papers wait for a subscriber no more, be it that they were told or dropped. */
  void done(Follower follower, List<Finding> ended) {
    follower.waiting().removeIf(new HashSet<>(ended)::contains);
    for (Finding finding : ended) {
      reasons.drop(follower, finding.paper().id());
      if (finding.paper().waitsForNobody()) {
        settle(finding.paper().id());
      }
    }
    if (follower.waiting().isEmpty()) {
      follower.setHasKeptReasons(false);
    }
  }

  /** A paper waits for nobody. Who was told of it stays known. */
  private void settle(String paperId) {
    waiting.remove(paperId);
    shelf.remove(paperId);
  }
}
