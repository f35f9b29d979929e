package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.notify.paper.PaperTraits;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import io.paperwire.schemas.TopicStanding;
import io.paperwire.schemas.TopicTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes papers into digests. */
final class DigestItems {

  private static final Duration PLACES_HOLD = Duration.ofDays(7);

  // What one item may hold at most: together with its reasons less than half of what a digest may.
  // Real papers stay far below; without a bound a single one could make a digest that no broker
  // takes, and that would be due first again after each restart.
  private static final int LONGEST_TITLE = 2_000;
  private static final int LONGEST_ABSTRACT = 20_000;
  private static final int LONGEST_SUMMARY = 2_000;
  private static final int MOST_AUTHORS = 500;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_TOPICS = 30;
  private static final int MOST_EVIDENCE = 5;
  private static final int LONGEST_EVIDENCE = 100;

  private DigestItems() {}

  /**
   * A waiting paper as an item of a digest that is not ranked yet.
   *
   * @param attention how much attention it gets then, in [0, 1]
   * @param at for which time the digest is made
   */
  static DigestItem item(EnrichedPaper paper, Match match, double attention, Instant at) {
    return DigestItem.newBuilder()
        .setPaperId(paper.getPaperId())
        .setTitle(Cut.to(LONGEST_TITLE, paper.getTitle()))
        .setAbstractText(
            Optional.ofNullable(paper.getAbstractText())
                .map(text -> Cut.to(LONGEST_ABSTRACT, text))
                .orElse(null))
        .setSummary(
            Optional.ofNullable(paper.getSummary())
                .map(text -> Cut.to(LONGEST_SUMMARY, text))
                .orElse(null))
        .setAuthors(
            paper.getAuthors().stream()
                .limit(MOST_AUTHORS)
                .map(author -> Cut.to(LONGEST_NAME, author.getName()))
                .toList())
        .setTopics(paper.getTopics().stream().limit(MOST_TOPICS).map(DigestItems::topic).toList())
        .setStandings(standings(paper, at))
        .setPublishedAt(paper.getPublishedAt())
        .setFirstSeenAt(paper.getFirstSeenAt())
        .setUrl(PaperAddress.of(paper))
        .setVotes(paper.getTrend().getVotes())
        .setScore(0)
        .setReasons(reasons(paper, match, attention, at))
        .build();
  }

  /**
   * Why it matches and, if it is trending, that it is: no match by itself, but a reason to read.
   */
  private static List<Reason> reasons(
      EnrichedPaper paper, Match match, double attention, Instant at) {
    List<Reason> reasons = new ArrayList<>(PendingReasons.told(match));
    if (PaperTraits.of(paper).isTrending(at)) {
      reasons.add(new Reason(ReasonKind.TREND, "", "", "", attention));
    }
    return reasons;
  }

  private static TopicTag topic(TopicTag tag) {
    return TopicTag.newBuilder(tag)
        .setLabel(Cut.to(LONGEST_NAME, tag.getLabel()))
        .setEvidence(
            tag.getEvidence().stream()
                .limit(MOST_EVIDENCE)
                .map(words -> Cut.to(LONGEST_EVIDENCE, words))
                .toList())
        .build();
  }

  private static List<TopicStanding> standings(EnrichedPaper paper, Instant at) {
    return placesHold(paper, at)
        ? paper.getStandings().stream().limit(MOST_TOPICS).toList()
        : List.of();
  }

  /** A place is one among the papers of a week. */
  private static boolean placesHold(EnrichedPaper paper, Instant at) {
    return paper.getTrend().getAsOf().plus(PLACES_HOLD).isAfter(at);
  }

  /** How many bytes an item takes in a record. */
  static int bytes(DigestItem item) {
    try {
      return DigestItem.getEncoder().encode(item).remaining();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }
}
