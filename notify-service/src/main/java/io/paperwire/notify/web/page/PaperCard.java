package io.paperwire.notify.web.page;

import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperAddresses;
import io.paperwire.notify.web.catalogue.PaperStanding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A paper as a list or its own page shows it. All texts are plain text on one line.
 *
 * @param id canonical id
 * @param page path of its own page
 * @param title never empty
 * @param authors the first authors
 * @param moreAuthors how many authors are left out of {@code authors}
 * @param summary the beginning of the abstract; empty if it has none
 * @param abstractText the whole abstract; empty if the summary is all of it
 * @param topics what it is about, the most certain first
 * @param day the day under which it is listed, in UTC
 * @param votes upvotes
 * @param trending whether it gets much attention now
 * @param note what a reader must know of its standing, if anything
 * @param source where to read it
 */
public record PaperCard(
    String id,
    String page,
    String title,
    List<String> authors,
    int moreAuthors,
    String summary,
    String abstractText,
    List<TopicLink> topics,
    LocalDate day,
    long votes,
    boolean trending,
    Optional<String> note,
    Optional<String> source) {

  private static final int AUTHORS = 4;
  private static final int SUMMARY_CHARACTERS = 320;
  private static final int TOPICS = 5;

  /** What a list shows: the first authors, topics and sentences. */
  public static PaperCard inList(ListedPaper paper) {
    List<String> names = names(paper);
    // "and 1 more" would take the room of the name that it leaves out.
    int shown = names.size() == AUTHORS + 1 ? names.size() : Math.min(AUTHORS, names.size());
    String whole = abstractOf(paper);
    String summary = CleanText.shortened(whole, SUMMARY_CHARACTERS);
    return card(
        paper,
        names.subList(0, shown),
        names.size() - shown,
        summary,
        summary.equals(whole) ? "" : whole,
        TOPICS);
  }

  /** What the paper's own page shows: all of it. */
  public static PaperCard whole(ListedPaper paper) {
    return card(paper, names(paper), 0, abstractOf(paper), "", Integer.MAX_VALUE);
  }

  private static PaperCard card(
      ListedPaper paper,
      List<String> authors,
      int moreAuthors,
      String summary,
      String abstractText,
      int topics) {
    String title = CleanText.line(paper.title());
    return new PaperCard(
        paper.id(),
        PaperAddresses.page(paper.id()),
        title.isEmpty() ? paper.id() : title,
        authors,
        moreAuthors,
        summary,
        abstractText,
        paper.topics().stream()
            .limit(topics)
            .map(topic -> new TopicLink(topic.id(), CleanText.line(topic.label())))
            .toList(),
        LocalDate.ofInstant(paper.listedAt(), ZoneOffset.UTC),
        paper.votes(),
        paper.trending(),
        note(paper.standing()),
        paper.url());
  }

  /** The votes in words. */
  public String votesInWords() {
    return votes == 1 ? "1 upvote" : votes + " upvotes";
  }

  private static List<String> names(ListedPaper paper) {
    return paper.authors().stream().map(CleanText::line).filter(name -> !name.isEmpty()).toList();
  }

  private static String abstractOf(ListedPaper paper) {
    return paper.abstractText().map(CleanText::line).orElse("");
  }

  private static Optional<String> note(PaperStanding standing) {
    return switch (standing) {
      case UNKNOWN, ACTIVE -> Optional.empty();
      case PUBLISHED -> Optional.of("Published");
      case WITHDRAWN -> Optional.of("Withdrawn");
    };
  }
}
