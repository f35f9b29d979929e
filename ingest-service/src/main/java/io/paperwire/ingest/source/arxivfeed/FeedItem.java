package io.paperwire.ingest.source.arxivfeed;

import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * One item of a feed, in the words that RSS and Atom share here.
 *
 * @param xml the element, for dead letters
 * @param id {@code guid} or Atom's {@code id}: {@code oai:arXiv.org:2401.01234v1}
 * @param title as it stands
 * @param link to the abstract page, unversioned
 * @param description {@code arXiv:IDvN Announce Type: T Abstract: ...}
 * @param categories primary first
 * @param announceType {@code new}, {@code cross}, {@code replace}, {@code replace-cross}
 * @param creator all authors in one string
 * @param rights licence
 * @param doi of the published work
 * @param journalReference where it was published
 */
record FeedItem(
    Element xml,
    String id,
    String title,
    String link,
    String description,
    List<String> categories,
    String announceType,
    String creator,
    Optional<String> rights,
    Optional<String> doi,
    Optional<String> journalReference) {

  static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace ARXIV = Namespace.getNamespace("http://arxiv.org/schemas/atom");
  private static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");

  /** Reads an item of RSS 2.0. */
  static FeedItem ofRss(Element item) {
    Namespace none = Namespace.NO_NAMESPACE;
    List<String> categories =
        item.getChildren("category", none).stream().map(Element::getTextNormalize).toList();
    return of(
        item,
        text(item, "guid", none).orElse(""),
        text(item, "title", none).orElse(""),
        text(item, "link", none).orElse(""),
        text(item, "description", none).orElse(""),
        categories);
  }

  /** Reads an entry of Atom. */
  static FeedItem ofAtom(Element entry) {
    List<String> categories =
        entry.getChildren("category", ATOM).stream()
            .map(category -> category.getAttributeValue("term", ""))
            .toList();
    String link =
        entry.getChildren("link", ATOM).stream()
            .map(element -> element.getAttributeValue("href", ""))
            .findFirst()
            .orElse("");
    return of(
        entry,
        text(entry, "id", ATOM).orElse(""),
        text(entry, "title", ATOM).orElse(""),
        link,
        text(entry, "summary", ATOM).orElse(""),
        categories);
  }

  private static FeedItem of(
      Element item,
      String id,
      String title,
      String link,
      String description,
      List<String> categories) {
    return new FeedItem(
        item,
        id,
        title,
        link,
        description,
        categories.stream().filter(category -> !category.isBlank()).distinct().toList(),
        text(item, "announce_type", ARXIV).orElse(""),
        text(item, "creator", DC).orElse(""),
        text(item, "rights", DC),
        text(item, "DOI", ARXIV),
        text(item, "journal_reference", ARXIV));
  }

  private static Optional<String> text(Element parent, String name, Namespace namespace) {
    return Optional.ofNullable(parent.getChildText(name, namespace))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
