package io.paperwire.ingest.xml;

/** What can be in an element. */
public sealed interface XmlNode permits XmlNode.Text, XmlElement {

  /** Words. */
  record Text(String words) implements XmlNode {}
}
