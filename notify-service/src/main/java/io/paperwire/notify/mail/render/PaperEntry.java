package io.paperwire.notify.mail.render;

import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.ReasonKind;
import io.paperwire.schemas.TopicTag;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One paper as its reader sees it. Read by the templates.
 *
 * @param number its place in the mail, from 1
 * @param title never empty
 * @param url where to read it; empty if the source gave nothing that may be linked
 * @param byline its authors; empty if unknown
 * @param facts date, votes and best place within a topic, each fit to stand between separators
 * @param trending whether it gets much attention now
 * @param topics what it is about, for readers; the most certain first
 * @param summary what is new, or else the beginning of its abstract; empty if neither is known
 * @param why the reasons, in words
 * @param more where more like it are asked for
 * @param less where fewer like it are asked for
 * @param moreOrLess where either is asked for
 */
public record PaperEntry(
    int number,
    String title,
    Optional<String> url,
    String byline,
    List<String> facts,
    boolean trending,
    List<String> topics,
    String summary,
    String why,
    String more,
    String less,
    String moreOrLess) {

  private static final int TITLE_CHARACTERS = 300;
  private static final int SUMMARY_CHARACTERS = 400;
  private static final int BEGINNING_CHARACTERS = 360;
  private static final int AUTHORS = 4;
  private static final int AUTHOR_CHARACTERS = 80;
  private static final int TOPICS = 4;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM u", Locale.ENGLISH);

  /** What a digest says about a paper, with dates in the subscriber's zone. */
  static PaperEntry of(
      int number, DigestItem item, ZoneId zone, MailLinks links, UUID subscriberId) {
    return new PaperEntry(
        number,
        title(item),
        link(item.getUrl()),
        byline(item.getAuthors()),
        facts(item, zone),
        item.getReasons().stream().anyMatch(reason -> reason.getKind() == ReasonKind.TREND),
        item.getTopics().stream()
            .map(TopicTag::getLabel)
            .map(CleanText::line)
            .limit(TOPICS)
            .toList(),
        summary(item),
        ReasonWords.of(item.getReasons()),
        links.moreLike(subscriberId, item.getPaperId()),
        links.lessLike(subscriberId, item.getPaperId()),
        links.moreOrLess(subscriberId, item.getPaperId()));
  }

  /** The title of an item as one line, or its id if nothing of the title can be shown. */
  static String title(DigestItem item) {
    String title = CleanText.shortened(CleanText.line(item.getTitle()), TITLE_CHARACTERS);
    return title.isEmpty() ? CleanText.line(item.getPaperId()) : title;
  }

  private static String summary(DigestItem item) {
    String news = CleanText.line(Optional.ofNullable(item.getSummary()).orElse(""));
    return news.isEmpty()
        ? CleanText.shortened(
            CleanText.line(Optional.ofNullable(item.getAbstractText()).orElse("")),
            BEGINNING_CHARACTERS)
        : CleanText.shortened(news, SUMMARY_CHARACTERS);
  }

  private static List<String> facts(DigestItem item, ZoneId zone) {
    List<String> facts = new ArrayList<>();
    facts.add(
        Optional.ofNullable(item.getPublishedAt())
            .map(published -> date(published, zone))
            .orElseGet(() -> "seen " + date(item.getFirstSeenAt(), zone)));
    if (item.getVotes() > 0) {
      facts.add(VoteWords.of(item.getVotes()));
    }
    item.getStandings().stream()
        .limit(1)
        .map(best -> PlaceWords.of(best.getPlace(), CleanText.line(best.getLabel())))
        .forEach(facts::add);
    return List.copyOf(facts);
  }

  private static String date(Instant instant, ZoneId zone) {
    return DATE.format(instant.atZone(zone));
  }

  private static String byline(List<String> authors) {
    List<String> names =
        authors.stream().map(CleanText::line).filter(name -> !name.isEmpty()).toList();
    // "and 1 more" would take the room of the name that it leaves out.
    int shown = names.size() == AUTHORS + 1 ? names.size() : AUTHORS;
    String first =
        names.stream()
            .limit(shown)
            .map(name -> CleanText.shortened(name, AUTHOR_CHARACTERS))
            .reduce((left, right) -> left + ", " + right)
            .orElse("");
    int more = names.size() - shown;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static Optional<String> link(String address) {
    try {
      URI uri = new URI(address.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
