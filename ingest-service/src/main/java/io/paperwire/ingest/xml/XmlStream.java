package io.paperwire.ingest.xml;

import io.paperwire.ingest.record.RawBytes;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers as a stream, for answers with thousands of records. A document type may be
 * named, as PubMed does, but is never read: there are no entities but those of XML itself. Elements
 * are visited from the outside in: {@link #nextChild} steps to the next child of the element that
 * was entered last, and each child is entered, read with {@link #text} or left with {@link #skip}.
 */
public final class XmlStream {

  private static final XMLInputFactory FACTORY = factory();

  private XmlStream() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    HardenedXml.ENTITY_LIMITS.forEach(limit -> factory.setProperty(limit, HardenedXml.NO_LIMIT));
    return factory;
  }

  /** Begins to read a document. */
  public static XMLStreamReader open(RawBytes document) throws XMLStreamException {
    synchronized (FACTORY) {
      return FACTORY.createXMLStreamReader(document.stream());
    }
  }

  /** Enters the document's root, past whatever stands before it. */
  public static void root(XMLStreamReader xml) throws XMLStreamException {
    while (next(xml) != XMLStreamConstants.START_ELEMENT) {
      // a document type, comments, white space
    }
  }

  /**
   * Steps to the next child of the current element.
   *
   * @return false if there is none; the reader then stands at the element's end
   * @throws XMLStreamException if the document is not well-formed, is cut off, or uses an entity of
   *     its own
   */
  public static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
    while (true) {
      switch (next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        default -> {} // text between elements, comments
      }
    }
  }

  /** The text of the current element with that of the elements in it; stands at its end then. */
  public static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        default -> {} // comments
      }
    }
    return text.toString().strip();
  }

  /** Leaves the current element out; stands at its end then. */
  public static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {} // text, comments
      }
    }
  }

  /** Reads to the document's end, since what follows the last element has to be well-formed too. */
  public static void finish(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      next(xml);
    }
  }

  /** An attribute of the current element. */
  public static Optional<String> attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a document, on one line. */
  public static String firstLine(XMLStreamException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  /** The next event; an entity of the document itself is none. */
  static int next(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException("an entity of its own stands in it", xml.getLocation());
    }
    return event;
  }
}
