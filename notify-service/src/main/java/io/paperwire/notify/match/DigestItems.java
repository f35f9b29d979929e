package io.paperwire.notify.match;

import io.paperwire.notify.matching.Match;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.EnrichedPaper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Writes papers into digests. */
final class DigestItems {

  // What one item may hold at most. Real papers stay far below; without a bound a single one could
  // make a digest that no broker takes.
  private static final int LONGEST_TITLE = 2_000;
  private static final int LONGEST_ABSTRACT = 20_000;
  private static final int MOST_AUTHORS = 1_000;
  private static final int LONGEST_NAME = 200;

  private DigestItems() {}

  /** A waiting paper as an item of a digest that is not ranked yet. */
  static DigestItem item(EnrichedPaper paper, Match match) {
    return DigestItem.newBuilder()
        .setPaperId(paper.getPaperId())
        .setTitle(cut(paper.getTitle(), LONGEST_TITLE))
        .setAbstractText(
            Optional.ofNullable(paper.getAbstractText())
                .map(text -> cut(text, LONGEST_ABSTRACT))
                .orElse(null))
        .setAuthors(
            paper.getAuthors().stream()
                .limit(MOST_AUTHORS)
                .map(author -> cut(author.getName(), LONGEST_NAME))
                .toList())
        .setTopics(paper.getTopics())
        .setPublishedAt(paper.getPublishedAt())
        .setFirstSeenAt(paper.getFirstSeenAt())
        .setUrl(PaperAddress.of(paper))
        .setVotes(paper.getTrend().getVotes())
        .setScore(0)
        .setReasons(match.reasons().stream().map(PendingReasons::told).toList())
        .build();
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
