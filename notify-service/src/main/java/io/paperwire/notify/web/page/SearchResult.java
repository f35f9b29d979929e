package io.paperwire.notify.web.page;

import io.paperwire.notify.web.catalogue.PaperPage;
import io.paperwire.notify.web.why.PaperName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, for readers.
 *
 * @param text the query; empty if nothing was asked
 * @param mistake what is wrong with it
 * @param papers those that match
 * @param none what is said if there are none
 * @param author the query for the papers of an author of this name, if it finds some where the
 *     words find none
 * @param follow path of the form that subscribes to the query, if it is taken as an interest
 * @param next path of the next page
 */
public record SearchResult(
    String text,
    Optional<QueryMistake> mistake,
    List<PaperCard> papers,
    String none,
    Optional<String> author,
    Optional<String> follow,
    Optional<String> next) {

  public SearchResult {
    papers = List.copyOf(papers);
  }

  static SearchResult nothingAsked() {
    return without("", Optional.empty(), "");
  }

  static SearchResult refused(String text, QueryMistake mistake) {
    return without(text, Optional.of(mistake), "");
  }

  static SearchResult unknownPaper(String text) {
    return without(text, Optional.empty(), unknown(text));
  }

  static SearchResult found(
      String text, PaperPage page, boolean isInterest, Optional<String> author) {
    return new SearchResult(
        text,
        Optional.empty(),
        page.papers().stream().map(PaperCard::inList).toList(),
        none(text, page),
        author,
        isInterest ? Optional.of("/?queries=" + encoded(text) + "#subscribe") : Optional.empty(),
        page.next().map(next -> address(text) + "&cursor=" + next.encoded()));
  }

  /** Path of the search for the author's papers. */
  public Optional<String> authorPage() {
    return author.map(SearchResult::address);
  }

  /** Path of the feed of what matches, unless nothing can. */
  public Optional<String> feed() {
    return isAnswered() && !PaperName.isNothingElse(text)
        ? Optional.of("/feed.atom?q=" + encoded(text))
        : Optional.empty();
  }

  /** Whether there is anything to list, or to say that there is nothing. */
  public boolean isAnswered() {
    return !text.isEmpty() && mistake.isEmpty();
  }

  private static SearchResult without(String text, Optional<QueryMistake> mistake, String none) {
    return new SearchResult(
        text, mistake, List.of(), none, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static String none(String text, PaperPage page) {
    if (page.next().isPresent()) {
      return "None among those looked at so far.";
    }
    return PaperName.isNothingElse(text)
        ? unknown(text)
        : "No paper matches. Try fewer words or another spelling. Authors are found with au:\"Ada"
            + " Lovelace\".";
  }

  private static String unknown(String text) {
    return "Paperwire does not know this paper: none of its sources has told of it as "
        + PaperName.id(text).orElse(text)
        + ".";
  }

  /** Path of the search for a query. */
  static String address(String query) {
    return "/search?q=" + encoded(query);
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
