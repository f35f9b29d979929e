package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.markup.AuthorList;
import io.paperwire.ingest.markup.MarkupText;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.xml.HardenedXml;
import io.paperwire.text.markup.LatexText;
import io.paperwire.text.markup.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.output.XMLOutputter;

/** Understands an answer of arXiv's feeds. Pure: bytes in, records out. */
final class FeedParser {

  private static final String ERROR_TITLE = "Feed error";
  private static final Pattern PREAMBLE =
      Pattern.compile("(?s)^\\s*arXiv:\\S+\\s+Announce Type:\\s*\\S+\\s*(?:Abstract:)?\\s*");

  private final PaperLimits limits;

  FeedParser(PaperLimits limits) {
    this.limits = limits;
  }

  /** What an answer turned out to be. */
  sealed interface Outcome {}

  /**
   * A feed.
   *
   * @param items how many items it has
   * @param records those that were understood
   * @param rejects those that were not
   * @param highestNewId the highest place among the ids that are new, 0 for none
   */
  record Feed(int items, List<SourceRecord> records, List<RejectedInput> rejects, long highestNewId)
      implements Outcome {}

  /**
   * A feed that tells of an error.
   *
   * @param title what it tells
   */
  record ErrorFeed(String title) implements Outcome {}

  /**
   * No feed; nothing of it can be used.
   *
   * @param reason why
   */
  record Unreadable(String reason) implements Outcome {}

  /**
   * Understands an answer.
   *
   * @param address where it came from, for dead letters
   */
  Outcome parse(RawBytes xml, String address) {
    Document document;
    try {
      document = HardenedXml.parse(xml);
    } catch (JDOMException e) {
      return new Unreadable("no complete XML: " + e.getMessage());
    }
    Element root = document.getRootElement();
    return switch (root.getName()) {
      case "rss" -> rss(root, address);
      case "feed" -> atom(root, address);
      default -> new Unreadable("neither RSS nor Atom, but <" + root.getName() + ">");
    };
  }

  private Outcome rss(Element root, String address) {
    Optional<Element> channel = Optional.ofNullable(root.getChild("channel"));
    if (channel.isEmpty()) {
      return new Unreadable("RSS without a channel");
    }
    String title = Optional.ofNullable(channel.get().getChildText("title")).orElse("");
    return feed(
        title, channel.get().getChildren("item").stream().map(FeedItem::ofRss).toList(), address);
  }

  private Outcome atom(Element root, String address) {
    String title = Optional.ofNullable(root.getChildText("title", FeedItem.ATOM)).orElse("");
    return feed(
        title,
        root.getChildren("entry", FeedItem.ATOM).stream().map(FeedItem::ofAtom).toList(),
        address);
  }

  private Outcome feed(String title, List<FeedItem> items, String address) {
    if (title.strip().startsWith(ERROR_TITLE)) {
      return new ErrorFeed(PlainText.oneLine(title));
    }
    Collection<Long> newIds = sequences(items.stream().filter(FeedParser::isNew).toList());
    AnnouncementWindow window = AnnouncementWindow.of(newIds, sequences(items));
    List<SourceRecord> records = new ArrayList<>();
    List<RejectedInput> rejects = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Place place = new Place(address, i + 1);
      switch (record(items.get(i), window)) {
        case Parsed.Valid<SourceRecord>(SourceRecord paper) -> records.add(paper);
        case Parsed.Invalid<SourceRecord> invalid ->
            rejects.add(rejected(items.get(i), place, invalid));
      }
    }
    long highest = newIds.stream().mapToLong(id -> id).max().orElse(0);
    return new Feed(items.size(), records, rejects, highest);
  }

  private static boolean isNew(FeedItem item) {
    return item.announceType().equals("new");
  }

  private static List<Long> sequences(List<FeedItem> items) {
    return items.stream()
        .flatMap(item -> ArxivId.parse(item.id()).stream())
        .flatMap(id -> id.sequence().stream())
        .toList();
  }

  private Parsed<SourceRecord> record(FeedItem item, AnnouncementWindow window) {
    Optional<ArxivId> id = ArxivId.parse(item.id()).or(() -> ArxivId.parse(item.link()));
    if (id.isEmpty()) {
      return Parsed.invalid(Fault.WRONG_VALUE, "no arXiv id in '" + item.id() + "'");
    }
    return announcement(item, id.get(), window)
        .then(announcement -> statement(item, id.get(), announcement).within(limits));
  }

  private static Statement statement(FeedItem item, ArxivId id, Announcement announcement) {
    return Statement.about(id.canonical(), id.key())
        .version(id.version())
        .announcement(announcement)
        .title(clean(item.title()))
        .abstractText(clean(PREAMBLE.matcher(item.description()).replaceFirst("")))
        .authors(AuthorList.parse(MarkupText.withoutReferences(item.creator())))
        .categories(item.categories())
        .doi(item.doi().flatMap(Doi::firstOf).map(Doi::value))
        .journalRef(item.journalReference().map(FeedParser::clean).orElse(""))
        .license(item.rights().map(PlainText::oneLine).orElse(""))
        .link("abstract", "https://arxiv.org/abs/" + id.key());
  }

  private static Parsed<Announcement> announcement(
      FeedItem item, ArxivId id, AnnouncementWindow window) {
    return switch (item.announceType()) {
      case "new" -> Parsed.valid(Announcement.NEW);
      case "cross" ->
          Parsed.valid(
              id.sequence().filter(place -> window.holds(place, id.version())).isPresent()
                  ? Announcement.CROSS_OF_NEW
                  : Announcement.CROSS_OF_OLD);
      case "replace", "replace-cross" -> Parsed.valid(Announcement.REPLACEMENT);
      default ->
          Parsed.invalid(
              Fault.WRONG_VALUE, "the announce type '" + item.announceType() + "' is not known");
    };
  }

  private static String clean(String text) {
    return LatexText.toUnicode(MarkupText.withoutReferences(text));
  }

  private static RejectedInput rejected(
      FeedItem item, Place place, Parsed.Invalid<SourceRecord> invalid) {
    byte[] xml = new XMLOutputter().outputString(item.xml()).getBytes(StandardCharsets.UTF_8);
    return RejectedInput.whole(
        place, invalid.fault(), "item " + place.line() + ": " + invalid.reason(), RawBytes.of(xml));
  }
}
