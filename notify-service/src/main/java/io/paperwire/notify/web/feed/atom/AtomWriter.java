package io.paperwire.notify.web.feed.atom;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds as Atom documents. */
public final class AtomWriter {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String HTML = "text/html";
  private static final String ATOM = "application/atom+xml";

  // The platform's own, whichever others are on the class path.
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;

  private AtomWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document of a feed. The same feed always gives the same document. */
  public static String document(AtomFeed feed) {
    StringWriter document = new StringWriter();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(document);
      xml.writeStartDocument("utf-8", "1.0");
      new AtomWriter(xml).feed(feed);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return document.toString();
  }

  private void feed(AtomFeed feed) throws XMLStreamException {
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(NAMESPACE);
    element("id", feed.address());
    element("title", feed.title());
    element("updated", time(feed.updated()));
    link("self", ATOM, feed.address());
    link("alternate", HTML, feed.page());
    element("icon", feed.icon());
    element("generator", feed.publisher());
    author(feed.publisher());
    for (AtomEntry entry : feed.entries()) {
      entry(entry);
    }
    xml.writeEndElement();
  }

  private void entry(AtomEntry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element("id", entry.address());
    element("title", entry.title());
    element("updated", time(entry.updated()));
    element("published", time(entry.published()));
    link("alternate", HTML, entry.address());
    if (entry.source().isPresent()) {
      xml.writeEmptyElement("link");
      attribute("rel", "via");
      attribute("href", entry.source().get());
    }
    for (String author : entry.authors()) {
      author(author);
    }
    for (AtomEntry.Category category : entry.categories()) {
      category(category);
    }
    if (!entry.summary().isEmpty()) {
      element("summary", entry.summary());
    }
    xml.writeEndElement();
  }

  private void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element("name", name);
    xml.writeEndElement();
  }

  private void category(AtomEntry.Category category) throws XMLStreamException {
    xml.writeEmptyElement("category");
    attribute("term", category.term());
    if (category.scheme().isPresent()) {
      attribute("scheme", category.scheme().get());
    }
    if (category.label().isPresent()) {
      attribute("label", category.label().get());
    }
  }

  private void link(String rel, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    attribute("rel", rel);
    attribute("type", type);
    attribute("href", address);
  }

  /** An element of text; all elements of text that are used here are plain without saying so. */
  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  /** RFC 3339, to the second. */
  private static String time(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /** A text without the characters that XML forbids, which no escaping would allow. */
  private static String allowed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(AtomWriter::isAllowed).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** The production Char of XML 1.0. */
  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
