package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.EnrichedPaper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes papers into digests. */
final class DigestItems {

  private static final Duration PLACES_HOLD = Duration.ofDays(7);

  // What one item may hold at most. Real papers stay far below; without a bound a single one could
  // make a digest that no broker takes.
  private static final int LONGEST_TITLE = 2_000;
  private static final int LONGEST_ABSTRACT = 20_000;
  private static final int LONGEST_SUMMARY = 2_000;
  private static final int MOST_AUTHORS = 1_000;
  private static final int LONGEST_NAME = 200;

  private DigestItems() {}

  /**
   * A waiting paper as an item of a digest that is not ranked yet.
   *
   * @param at for which time the digest is made
   */
  static DigestItem item(EnrichedPaper paper, Match match, Instant at) {
    return DigestItem.newBuilder()
        .setPaperId(paper.getPaperId())
        .setTitle(cut(paper.getTitle(), LONGEST_TITLE))
        .setAbstractText(
            Optional.ofNullable(paper.getAbstractText())
                .map(text -> cut(text, LONGEST_ABSTRACT))
                .orElse(null))
        .setSummary(
            Optional.ofNullable(paper.getSummary())
                .map(text -> cut(text, LONGEST_SUMMARY))
                .orElse(null))
        .setAuthors(
            paper.getAuthors().stream()
                .limit(MOST_AUTHORS)
                .map(author -> cut(author.getName(), LONGEST_NAME))
                .toList())
        .setTopics(paper.getTopics())
        .setStandings(placesHold(paper, at) ? paper.getStandings() : List.of())
        .setPublishedAt(paper.getPublishedAt())
        .setFirstSeenAt(paper.getFirstSeenAt())
        .setUrl(PaperAddress.of(paper))
        .setVotes(paper.getTrend().getVotes())
        .setScore(0)
        .setReasons(match.reasons().stream().map(PendingReasons::told).toList())
        .build();
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

  /** The beginning of a text; never half a character. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }
}
