package io.paperwire.notify.match;

import io.paperwire.notify.digest.AssembledDigest;
import io.paperwire.notify.digest.DigestAssembler;
import io.paperwire.notify.digest.DigestOccasion;
import io.paperwire.notify.digest.RankedPaper;
import io.paperwire.notify.digest.WaitingPaper;
import io.paperwire.notify.match.AgendaBook.Due;
import io.paperwire.notify.match.NoticeBook.Waiting;
import io.paperwire.notify.schedule.Schedule.AtOnce;
import io.paperwire.notify.schedule.Schedule.Daily;
import io.paperwire.notify.schedule.Schedule.Weekly;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the digests that are due. */
final class DigestRound {

  private final Subscribers subscribers;
  private final AgendaBook agenda;
  private final NoticeBook notices;
  private final DigestAssembler assembler;
  private final int most;

  DigestRound(
      MatchSettings settings, Subscribers subscribers, AgendaBook agenda, NoticeBook notices) {
    this.subscribers = subscribers;
    this.agenda = agenda;
    this.notices = notices;
    this.assembler = new DigestAssembler(settings.limits());
    this.most = settings.digestsPerRound();
  }

  /**
   * Makes the digests that are due by now, earliest first, and notes them as sent. However many due
   * times have passed, a subscriber gets one digest for all of them.
   */
  List<Digest> run(Instant now) {
    List<Digest> made = new ArrayList<>();
    Optional<Due> due = agenda.firstUpTo(now);
    for (int i = 0; i < most && due.isPresent(); i++) {
      make(due.orElseThrow(), now).ifPresent(made::add);
      due = agenda.firstUpTo(now);
    }
    return made;
  }

  private Optional<Digest> make(Due due, Instant now) {
    SubscriberProfile profile = subscribers.find(due.subscriberId()).orElseThrow();
    List<Waiting> waiting = notices.waitingFor(due.subscriberId());
    Instant end = windowEnd(profile, due, now, waiting);
    List<Waiting> ready =
        waiting.stream().filter(each -> !each.pending().getMatchedAt().isAfter(end)).toList();
    Instant coveredUntil = agenda.coveredUntil(due.subscriberId(), profile.activeSince());
    Optional<Digest> digest =
        ready.isEmpty()
            ? Optional.empty()
            : Optional.of(digest(profile, windowStart(coveredUntil, ready), end, ready));
    digest.ifPresent(made -> noteSent(made, now));
    int left = waiting.size() - digest.map(made -> made.getItems().size()).orElse(0);
    agenda.put(
        due.subscriberId(),
        Collections.max(List.of(coveredUntil, end)),
        left == 0 ? Optional.empty() : Optional.of(profile.schedule().firstAfter(end)));
    return digest;
  }

  /** Up to when matched papers belong to the digest. */
  private static Instant windowEnd(
      SubscriberProfile profile, Due due, Instant now, List<Waiting> waiting) {
    return switch (profile.schedule()) {
      case AtOnce _ ->
          waiting.stream()
              .map(each -> each.pending().getMatchedAt())
              .max(Comparator.naturalOrder())
              .orElse(due.at());
      // The last of the due times that were missed; at least the one that was planned, which can
      // come from a schedule that the subscriber has changed since.
      case Daily daily -> Collections.max(List.of(due.at(), daily.lastUpTo(now)));
      case Weekly weekly -> Collections.max(List.of(due.at(), weekly.lastUpTo(now)));
    };
  }

  private static Instant windowStart(Instant start, List<Waiting> ready) {
    return ready.stream()
        .map(each -> each.pending().getMatchedAt())
        .filter(matchedAt -> matchedAt.isBefore(start))
        .min(Comparator.naturalOrder())
        .orElse(start);
  }

  private Digest digest(
      SubscriberProfile profile, Instant start, Instant end, List<Waiting> ready) {
    Map<String, DigestItem> items = new HashMap<>();
    List<WaitingPaper> candidates = new ArrayList<>();
    for (Waiting each : ready) {
      DigestItem item = DigestItems.item(each);
      items.put(item.getPaperId(), item);
      candidates.add(candidate(each, item));
    }
    String subscriberId = profile.subscription().subscriberId();
    AssembledDigest assembled =
        assembler.assemble(
            new DigestOccasion(subscriberId, profile.cadence().name(), end), candidates);
    return Digest.newBuilder()
        .setDigestId(assembled.digestId())
        .setSubscriberId(subscriberId)
        .setCadence(profile.cadence())
        .setWindowStart(start)
        .setWindowEnd(end)
        .setZone(profile.zone().getId())
        .setItems(assembled.papers().stream().map(paper -> ranked(paper, items)).toList())
        .build();
  }

  private static WaitingPaper candidate(Waiting waiting, DigestItem item) {
    return new WaitingPaper(
        item.getPaperId(),
        waiting.pending().getMatch(),
        Math.max(0, item.getVotes()),
        item.getFirstSeenAt(),
        DigestItems.bytes(item));
  }

  private static DigestItem ranked(RankedPaper paper, Map<String, DigestItem> items) {
    DigestItem item = Objects.requireNonNull(items.get(paper.paperId()));
    return DigestItem.newBuilder(item).setScore(paper.score()).build();
  }

  private void noteSent(Digest digest, Instant now) {
    notices.sent(
        digest.getSubscriberId(),
        digest.getDigestId(),
        digest.getItems().stream().map(DigestItem::getPaperId).toList(),
        now);
  }
}
