package io.paperwire.ingest.source.arxivfeed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * Reads XML that strangers sent: no DTD, so no entities of its own, internal or external (OWASP,
 * XML External Entity Prevention). A parser that does not know these features refuses to work.
 */
final class HardenedXml {

  private HardenedXml() {}

  /**
   * Reads a document whole.
   *
   * @throws JDOMException if it is not well-formed, is cut off, or has a DTD
   */
  static Document parse(byte[] xml) throws JDOMException {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    try {
      return builder.build(new ByteArrayInputStream(xml));
    } catch (IOException e) {
      throw new JDOMException("the encoding cannot be read: " + e.getMessage(), e);
    }
  }
}
