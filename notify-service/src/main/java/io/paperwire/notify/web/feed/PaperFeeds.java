package io.paperwire.notify.web.feed;

import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperAddresses;
import io.paperwire.notify.web.catalogue.PaperStanding;
import io.paperwire.notify.web.feed.atom.AtomEntry;
import io.paperwire.notify.web.feed.atom.AtomEntry.Category;
import io.paperwire.notify.web.feed.atom.AtomFeed;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes feeds of papers. Pure; all addresses begin with the public one of the web pages. */
final class PaperFeeds {

  private static final String PUBLISHER = "Paperwire";

  private final String base;

  /**
   * The feeds of one deployment.
   *
   * @param base public address of the web pages, with or without a slash at the end
   */
  PaperFeeds(URI base) {
    this.base = base.toString().replaceAll("/+$", "");
  }

  /**
   * A feed of papers.
   *
   * @param path where it stands, with its query
   * @param page path of the page that shows the same, with its query
   * @param subject what the papers have in common
   */
  AtomFeed feed(String path, String page, String subject, List<ListedPaper> papers) {
    return new AtomFeed(
        base + path,
        base + page,
        base + "/assets/icon.svg",
        PUBLISHER,
        PUBLISHER + ": " + CleanText.line(subject),
        papers.stream().map(this::entry).toList());
  }

  private AtomEntry entry(ListedPaper paper) {
    return new AtomEntry(
        base + PaperAddresses.page(paper.id()),
        title(paper),
        paper.changedAt(),
        paper.listedAt(),
        paper.authors().stream().map(CleanText::line).filter(name -> !name.isEmpty()).toList(),
        categories(paper),
        paper.url(),
        CleanText.line(paper.abstractText().or(paper::summary).orElse("")));
  }

  /** A reader of feeds shows little more than the title, so that has to say what counts most. */
  private static String title(ListedPaper paper) {
    String line = CleanText.line(paper.title());
    String title = line.isEmpty() ? paper.id() : line;
    return paper.standing() == PaperStanding.WITHDRAWN ? "Withdrawn: " + title : title;
  }

  /** Its topics by the addresses of their pages, and the categories of its sources. */
  private List<Category> categories(ListedPaper paper) {
    return Stream.concat(
            paper.topics().stream()
                .map(
                    topic ->
                        new Category(
                            topic.id(),
                            Optional.of(base + "/topics/"),
                            Optional.of(CleanText.line(topic.label())))),
            paper.categories().stream()
                .map(CleanText::line)
                .filter(name -> !name.isEmpty())
                .map(name -> new Category(name, Optional.empty(), Optional.empty())))
        .toList();
  }
}
