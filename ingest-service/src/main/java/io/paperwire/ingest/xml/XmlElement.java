package io.paperwire.ingest.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element with all in it, for records that are too tangled to be read as a stream.
 *
 * @param name local name
 * @param attributes by local name
 * @param nodes what is in it, in order
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlNode> nodes)
    implements XmlNode {

  /** Deeper than any record; keeps whoever walks the tree from running out of stack. */
  private static final int DEEPEST = 60;

  public XmlElement {
    attributes = Map.copyOf(attributes);
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads the element that the reader has entered; the reader stands at its end then.
   *
   * @param omitted names of elements to leave out with all in them
   * @throws XMLStreamException if the document is not well-formed, is cut off, uses an entity of
   *     its own, or is nested beyond measure
   */
  public static XmlElement read(XMLStreamReader xml, Set<String> omitted)
      throws XMLStreamException {
    return read(xml, omitted, 0);
  }

  private static XmlElement read(XMLStreamReader xml, Set<String> omitted, int depth)
      throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("nested deeper than " + DEEPEST, xml.getLocation());
    }
    String name = xml.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    List<XmlNode> nodes = new ArrayList<>();
    while (true) {
      switch (XmlStream.next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (omitted.contains(xml.getLocalName())) {
            XmlStream.skip(xml);
          } else {
            nodes.add(read(xml, omitted, depth + 1));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlElement(name, attributes, nodes);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            nodes.add(new XmlNode.Text(xml.getText()));
        default -> {} // comments
      }
    }
  }

  /** The elements at a path of names below this one, in their order. */
  public Stream<XmlElement> all(String... path) {
    Stream<XmlElement> found = Stream.of(this);
    for (String step : path) {
      found = found.flatMap(XmlElement::elements).filter(child -> child.name.equals(step));
    }
    return found;
  }

  /** The first element at a path. */
  public Optional<XmlElement> first(String... path) {
    return all(path).findFirst();
  }

  /** The text of the first element at a path; empty where there is none, or it is blank. */
  public Optional<String> textAt(String... path) {
    return first(path).map(XmlElement::text).filter(text -> !text.isEmpty());
  }

  /** An attribute. */
  public Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** All words in it. */
  public String text() {
    return nodes.stream()
        .map(
            node ->
                switch (node) {
                  case XmlNode.Text(String words) -> words;
                  case XmlElement child -> child.text();
                })
        .collect(Collectors.joining())
        .strip();
  }

  /** What is in it as markup, attributes left out. */
  public String markup() {
    StringBuilder markup = new StringBuilder();
    write(markup);
    return markup.toString();
  }

  private void write(StringBuilder markup) {
    for (XmlNode node : nodes) {
      switch (node) {
        case XmlNode.Text(String words) ->
            markup.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        case XmlElement child -> {
          markup.append('<').append(child.name).append('>');
          child.write(markup);
          markup.append("</").append(child.name).append('>');
        }
      }
    }
  }

  private Stream<XmlElement> elements() {
    return nodes.stream()
        .flatMap(node -> node instanceof XmlElement element ? Stream.of(element) : Stream.empty());
  }
}
