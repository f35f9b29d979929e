package io.paperwire.notify.web.page;

import io.paperwire.interest.Clause.Contribution;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.mail.render.PlaceWords;
import io.paperwire.notify.mail.render.VoteWords;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperAddresses;
import io.paperwire.notify.web.catalogue.PaperStanding;
import io.paperwire.notify.web.catalogue.TopicPlace;
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
 * @param summary what is new, or else, in a list, the beginning of the abstract; empty if neither
 *     is known
 * @param writtenBy the language model that wrote the summary, if one did
 * @param abstractText the whole abstract; empty if the summary is all of it
 * @param topics what it is about, the most certain first
 * @param day the day under which it is listed, in UTC
 * @param votes upvotes
 * @param trending whether it gets much attention now
 * @param contribution what it contributes, where that is more than a method
 * @param places where it stands within its topics, in words, best place first
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
    Optional<String> writtenBy,
    String abstractText,
    List<TopicLink> topics,
    LocalDate day,
    long votes,
    boolean trending,
    Optional<String> contribution,
    List<String> places,
    Optional<String> note,
    Optional<String> source) {

  private static final int AUTHORS = 4;
  private static final int SUMMARY_CHARACTERS = 400;
  private static final int BEGINNING_CHARACTERS = 320;
  private static final int TOPICS = 5;
  private static final int PLACES = 1;

  /** What a list shows: the first authors, topics and sentences. */
  public static PaperCard inList(ListedPaper paper) {
    List<String> names = names(paper);
    // "and 1 more" would take the room of the name that it leaves out.
    int shown = names.size() == AUTHORS + 1 ? names.size() : Math.min(AUTHORS, names.size());
    String whole = abstractOf(paper);
    String news = summaryOf(paper);
    String summary =
        news.isEmpty()
            ? CleanText.shortened(whole, BEGINNING_CHARACTERS)
            : CleanText.shortened(news, SUMMARY_CHARACTERS);
    return card(
        paper,
        names.subList(0, shown),
        names.size() - shown,
        summary,
        summary.equals(whole) ? "" : whole,
        TOPICS,
        PLACES);
  }

  /** What the paper's own page shows: all of it. */
  public static PaperCard whole(ListedPaper paper) {
    String whole = abstractOf(paper);
    String summary = summaryOf(paper);
    boolean more = !summary.equals(whole);
    return card(
        paper, names(paper), 0, more ? summary : "", whole, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static PaperCard card(
      ListedPaper paper,
      List<String> authors,
      int moreAuthors,
      String summary,
      String abstractText,
      int topics,
      int places) {
    String title = CleanText.line(paper.title());
    return new PaperCard(
        paper.id(),
        PaperAddresses.page(paper.id()),
        title.isEmpty() ? paper.id() : title,
        authors,
        moreAuthors,
        summary,
        paper.summaryModel().map(CleanText::line),
        abstractText,
        paper.topics().stream()
            .limit(topics)
            .map(topic -> new TopicLink(topic.id(), CleanText.line(topic.label())))
            .toList(),
        LocalDate.ofInstant(paper.listedAt(), ZoneOffset.UTC),
        paper.votes(),
        paper.trending(),
        paper.contribution().flatMap(PaperCard::worthAMark),
        paper.places().stream().map(PaperCard::inWords).limit(places).toList(),
        note(paper.standing()),
        paper.url());
  }

  /** The votes in words. */
  public String votesInWords() {
    return VoteWords.of(votes);
  }

  private static List<String> names(ListedPaper paper) {
    return paper.authors().stream().map(CleanText::line).filter(name -> !name.isEmpty()).toList();
  }

  private static String abstractOf(ListedPaper paper) {
    return paper.abstractText().map(CleanText::line).orElse("");
  }

  private static String inWords(TopicPlace place) {
    return PlaceWords.of(place.place(), CleanText.line(place.label()));
  }

  private static String summaryOf(ListedPaper paper) {
    return paper.summary().map(CleanText::line).orElse("");
  }

  /** Most papers are about a method, so that goes without saying. */
  private static Optional<String> worthAMark(Contribution contribution) {
    return switch (contribution) {
      case SURVEY -> Optional.of("Survey");
      case POSITION -> Optional.of("Position");
      case BENCHMARK -> Optional.of("Benchmark");
      case DATASET -> Optional.of("Dataset");
      case THEORY -> Optional.of("Theory");
      case SYSTEM -> Optional.of("System");
      case METHOD -> Optional.empty();
    };
  }

  private static Optional<String> note(PaperStanding standing) {
    return switch (standing) {
      case UNKNOWN, ACTIVE -> Optional.empty();
      case PUBLISHED -> Optional.of("Published");
      case WITHDRAWN -> Optional.of("Withdrawn");
    };
  }
}
