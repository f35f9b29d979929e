package io.paperwire.notify.match;

import io.paperwire.index.Paper;
import io.paperwire.notify.matching.Match;
import io.paperwire.notify.state.NoticeState;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.topics.Vocabulary;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches every paper with the subscribers of one partition, and tells them when they are due. */
final class MatchTask {

  private static final Logger LOG = LoggerFactory.getLogger(MatchTask.class);
  private static final int PROGRESS = 100_000;

  private final MatchStores stores;
  private final Subscribers subscribers;
  private final AgendaBook agenda;
  private final NoticeBook notices;
  private final DigestRound round;
  private final Forgetting forgetting;

  /**
   * Takes up the work where the stores say it was left.
   *
   * @param name names the task in the log
   */
  MatchTask(String name, MatchSettings settings, Vocabulary vocabulary, MatchStores stores) {
    this.stores = stores;
    this.subscribers = new Subscribers(vocabulary);
    this.agenda = new AgendaBook(stores.agendas());
    this.notices = new NoticeBook(stores);
    this.round = new DigestRound(settings, subscribers, agenda, notices);
    this.forgetting = new Forgetting(settings, stores, notices);
    readSubscribers(name);
  }

  private void readSubscribers(String name) {
    long start = System.nanoTime();
    try (KeyValueIterator<String, SubscriberInterests> entries = stores.interests().all()) {
      while (entries.hasNext()) {
        subscribers.put(SubscriberProfile.of(entries.next().value));
        if (subscribers.count() % PROGRESS == 0) {
          LOG.info("task {}: {} subscribers read", name, subscribers.count());
        }
      }
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    LOG.info(
        "task {} matches for {} subscribers, read in {} ms", name, subscribers.count(), millis);
  }

  /**
   * Lets a paper wait for all whose interests it matches, except those who have a notice of it.
   *
   * @param at event time of the change
   * @param now the time
   */
  void paperChanged(EnrichedPaper paper, Instant at, Instant now) {
    switch (paper.getStatus()) {
      case WITHDRAWN -> paperGone(paper.getPaperId());
      case ACTIVE, PUBLISHED, UNKNOWN -> {
        Paper read = PaperReading.paper(paper);
        if (!forgetting.isTooOld(paper, now)) {
          notices.refresh(paper);
          tellOf(paper, newMatches(paper, read), Collections.min(List.of(at, now)));
        }
      }
    }
  }

  private List<Match> newMatches(EnrichedPaper paper, Paper read) {
    Map<String, NoticeState> known = notices.of(paper.getPaperId());
    return subscribers.match(read).stream()
        .filter(match -> !known.containsKey(match.subscriberId()))
        .filter(match -> !isSeenBefore(paper, profile(match.subscriberId())))
        .toList();
  }

  private static boolean isSeenBefore(EnrichedPaper paper, SubscriberProfile profile) {
    return paper.getFirstSeenAt().isBefore(profile.activeSince());
  }

  private void tellOf(EnrichedPaper paper, List<Match> matches, Instant matchedAt) {
    notices.add(paper, matches, matchedAt);
    for (Match match : matches) {
      SubscriberProfile profile = profile(match.subscriberId());
      Instant coveredUntil = agenda.coveredUntil(match.subscriberId(), profile.activeSince());
      if (agenda.dueAt(match.subscriberId()).isEmpty()) {
        Instant from = Collections.max(List.of(matchedAt, coveredUntil));
        agenda.put(
            match.subscriberId(), coveredUntil, Optional.of(profile.schedule().firstAfter(from)));
      }
    }
  }

  /** Lets a paper that is withdrawn or deleted wait for nobody any more. */
  void paperGone(String paperId) {
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
    Optional<SubscriberProfile> before = subscribers.find(id);
    if (!subscribers.put(profile)) {
      return;
    }
    stores.interests().put(id, interests);
    boolean sameSchedule =
        before.filter(old -> old.schedule().equals(profile.schedule())).isPresent();
    agenda
        .dueAt(id)
        .filter(due -> !sameSchedule && due.isAfter(now))
        .ifPresent(
            _ ->
                agenda.put(
                    id,
                    agenda.coveredUntil(id, profile.activeSince()),
                    Optional.of(profile.schedule().firstAfter(now))));
  }

  /** Deletes all that is known of a subscriber. */
  void subscriberGone(String subscriberId) {
    subscribers.remove(subscriberId);
    stores.interests().delete(subscriberId);
    agenda.remove(subscriberId);
    notices.erase(subscriberId);
  }

  /** Makes the digests that are due. */
  List<Digest> makeDigests(Instant now) {
    return round.run(now);
  }

  /** Deletes some of what is no longer needed. */
  void forget(Instant now) {
    forgetting.run(now);
  }

  private SubscriberProfile profile(String subscriberId) {
    return subscribers.find(subscriberId).orElseThrow();
  }
}
