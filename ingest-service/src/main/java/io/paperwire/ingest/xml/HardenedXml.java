package io.paperwire.ingest.xml;

import io.paperwire.ingest.record.RawBytes;
import java.io.IOException;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * Reads XML that strangers sent: no DTD, so no entities of its own, internal or external (OWASP,
 * XML External Entity Prevention). A parser that does not know these features refuses to work.
 */
public final class HardenedXml {

  private HardenedXml() {}

  /**
   * Reads a document whole.
   *
   * @throws JDOMException if it is not well-formed, is cut off, or has a DTD
   */
  public static Document parse(RawBytes xml) throws JDOMException {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setExpandEntities(false);
    try {
      return builder.build(xml.stream());
    } catch (IOException e) {
      throw new JDOMException("the encoding cannot be read: " + e.getMessage(), e);
    }
  }
}
