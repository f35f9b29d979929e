package io.paperwire.notify.match;

import io.paperwire.notify.digest.AssembledDigest;
import io.paperwire.notify.digest.Attention;
import io.paperwire.notify.digest.DigestAssembler;
import io.paperwire.notify.digest.DigestOccasion;
import io.paperwire.notify.digest.RankedPaper;
import io.paperwire.notify.digest.WaitingPaper;
import io.paperwire.notify.match.AgendaBook.Due;
import io.paperwire.notify.match.AgendaBook.Which;
import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.Meaning;
import io.paperwire.notify.matching.Wishes;
import io.paperwire.notify.schedule.Schedule.AtOnce;
import io.paperwire.notify.schedule.Schedule.Daily;
import io.paperwire.notify.schedule.Schedule.Weekly;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.Trend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the digests that are due. */
final class DigestRound {

  /** What does not fit into so many digests, best first, is not kept for later ones. */
  private static final int DIGESTS_AHEAD = 20;

  private final MatchSettings settings;
  private final AgendaBook agenda;
  private final NoticeBook notices;
  private final PaperShelf shelf;
  private final Reasons reasons;
  private final DigestAssembler assembler;

  DigestRound(
      MatchSettings settings,
      AgendaBook agenda,
      NoticeBook notices,
      PaperShelf shelf,
      Reasons reasons) {
    this.settings = settings;
    this.agenda = agenda;
    this.notices = notices;
    this.shelf = shelf;
    this.reasons = reasons;
    this.assembler = new DigestAssembler(settings.limits());
  }

  /** What waits for one subscriber, and why. */
  private record Candidate(
      Finding finding,
      Match match,
      DigestItem item,
      Attention attention,
      OptionalDouble taste,
      Optional<Meaning> meaning) {

    WaitingPaper asWaiting() {
      return new WaitingPaper(
          item.getPaperId(),
          match.score(),
          taste,
          attention,
          item.getFirstSeenAt(),
          DigestItems.bytes(item),
          meaning);
    }
  }

  /**
   * Makes the digests that are due by now, earliest first, and notes them as sent. However many due
   * times have passed, a subscriber gets one digest for all of them. What is not made because the
   * round ends stays due.
   *
   * @param which of them
   * @param goesOn asked after each digest
   */
  List<Digest> run(Instant now, Which which, BooleanSupplier goesOn) {
    List<Digest> made = new ArrayList<>();
    Optional<Due> due = agenda.firstUpTo(now, which);
    int looks = 0;
    while (due.isPresent()) {
      make(due.get(), now).ifPresent(made::add);
      looks++;
      due =
          looks < settings.digestsPerRound() && goesOn.getAsBoolean()
              ? agenda.firstUpTo(now, which)
              : Optional.empty();
    }
    return made;
  }

  private Optional<Digest> make(Due due, Instant now) {
    Follower follower = due.follower();
    Instant end = windowEnd(due, now);
    List<Finding> ready = ready(follower, end);
    Map<String, Candidate> candidates = candidates(follower, ready, end);
    Optional<Digest> digest = Optional.empty();
    Set<Finding> kept = Set.of();
    if (!candidates.isEmpty()) {
      AssembledDigest assembled = assemble(follower, end, candidates);
      kept =
          kept(assembled)
              .map(id -> candidate(candidates, id).finding())
              .collect(Collectors.toSet());
      digest = Optional.of(digest(follower, ready, end, assembled, candidates));
    }
    notices.done(follower, ready.stream().filter(Predicate.not(kept::contains)).toList());
    agenda.write(
        follower, Collections.max(List.of(follower.coveredUntil(), end)), nextDue(follower, end));
    return digest;
  }

  /** What belongs to a digest: with the first paper of the past all of it that was found so far. */
  private List<Finding> ready(Follower follower, Instant end) {
    Predicate<Finding> isReady = each -> !readyAt(follower, each).isAfter(end);
    boolean withThePast =
        follower.isToldAtOnce()
            && follower.waiting().stream().anyMatch(each -> each.backlog() && isReady.test(each));
    return follower.waiting().stream()
        .filter(withThePast ? isReady.or(Finding::backlog) : isReady)
        .toList();
  }

  /** Up to when matched papers belong to the digest. */
  private Instant windowEnd(Due due, Instant now) {
    return switch (due.follower().profile().schedule()) {
      case AtOnce _ ->
          due.follower().waiting().stream()
              .map(each -> each.readyAt(settings.patience()))
              .filter(readyAt -> !readyAt.isAfter(now))
              .max(Comparator.naturalOrder())
              .orElse(due.at());
      // The last of the due times that were missed; at least the one that was planned, which can
      // come from a schedule that the subscriber has changed since.
      case Daily daily -> Collections.max(List.of(due.at(), daily.lastUpTo(now)));
      case Weekly weekly -> Collections.max(List.of(due.at(), weekly.lastUpTo(now)));
    };
  }

  /** From when on a paper belongs to a digest. */
  private Instant readyAt(Follower follower, Finding finding) {
    return switch (follower.profile().schedule()) {
      case AtOnce _ -> finding.readyAt(settings.patience());
      case Daily _, Weekly _ -> finding.matchedAt();
    };
  }

  private Optional<Instant> nextDue(Follower follower, Instant end) {
    return follower.waiting().stream()
        .map(finding -> readyAt(follower, finding))
        .min(Comparator.naturalOrder())
        .map(first -> Collections.max(List.of(first, end)))
        .map(follower.profile().schedule()::firstAfter);
  }

  /** What can be told, by paper. A paper for which no reason is found any more is left out. */
  private Map<String, Candidate> candidates(Follower follower, List<Finding> ready, Instant end) {
    Map<String, Match> kept = reasons.keptFor(follower);
    Wishes wishes = reasons.read(follower.profile().subscription());
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Finding finding : ready) {
      String paperId = finding.paper().id();
      PaperShelf.Shelved paper = shelf.get(paperId);
      Optional.ofNullable(kept.get(paperId))
          .or(() -> wishes.explain(paper.read()))
          .map(match -> candidate(follower, finding, match, paper, end))
          .ifPresent(candidate -> candidates.put(paperId, candidate));
    }
    return candidates;
  }

  private Candidate candidate(
      Follower follower, Finding finding, Match match, PaperShelf.Shelved paper, Instant end) {
    Optional<Meaning> meaning = paper.read().meaning();
    Attention attention = attention(paper.paper().getTrend());
    return new Candidate(
        finding,
        match,
        DigestItems.item(paper.paper(), match, attention.at(end), end),
        attention,
        follower.profile().taste().of(meaning, paper.terms()),
        meaning);
  }

  private Attention attention(Trend trend) {
    return new Attention(
        Math.max(0, trend.getVotes()), trend.getRate(), trend.getAsOf(), settings.halfLife());
  }

  private AssembledDigest assemble(
      Follower follower, Instant end, Map<String, Candidate> candidates) {
    return assembler.assemble(
        new DigestOccasion(
            follower.id(), follower.profile().cadence().name(), end, follower.profile().order()),
        candidates.values().stream().map(Candidate::asWaiting).toList());
  }

  /** Those that wait for a later digest. */
  private Stream<String> kept(AssembledDigest assembled) {
    return assembled.leftOver().stream().limit((long) DIGESTS_AHEAD * settings.limits().items());
  }

  private static Digest digest(
      Follower follower,
      List<Finding> ready,
      Instant end,
      AssembledDigest assembled,
      Map<String, Candidate> candidates) {
    SubscriberProfile profile = follower.profile();
    return Digest.newBuilder()
        .setDigestId(assembled.digestId())
        .setSubscriberId(follower.id())
        .setCadence(profile.cadence())
        .setWindowStart(windowStart(follower.coveredUntil(), ready))
        .setWindowEnd(end)
        .setZone(profile.zone().getId())
        .setItems(assembled.papers().stream().map(paper -> ranked(paper, candidates)).toList())
        .build();
  }

  private static Instant windowStart(Instant start, List<Finding> ready) {
    return ready.stream()
        .map(Finding::matchedAt)
        .filter(matchedAt -> matchedAt.isBefore(start))
        .min(Comparator.naturalOrder())
        .orElse(start);
  }

  private static DigestItem ranked(RankedPaper paper, Map<String, Candidate> candidates) {
    return DigestItem.newBuilder(candidate(candidates, paper.paperId()).item())
        .setScore(paper.score())
        .build();
  }

  private static Candidate candidate(Map<String, Candidate> candidates, String paperId) {
    return Objects.requireNonNull(candidates.get(paperId));
  }
}
