package io.paperwire.ingest.xml;

import io.paperwire.ingest.record.RawBytes;
import java.io.IOException;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * Reads XML that strangers sent: no DTD, so no entities of its own, internal or external (OWASP,
 * XML External Entity Prevention). A parser that does not know these features refuses to work.
 */
public final class HardenedXml {

  /**
   * The JDK counts {@code &lt;} and the like as entities, and refuses a document with a hundred
   * thousand of them, as a feed with whole articles in it has. Without a DTD there are no others.
   */
  static final List<String> ENTITY_LIMITS =
      List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

  static final String NO_LIMIT = "0";

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
    ENTITY_LIMITS.forEach(limit -> builder.setProperty(limit, NO_LIMIT));
    try {
      return builder.build(xml.stream());
    } catch (IOException e) {
      throw new JDOMException("the encoding cannot be read: " + e.getMessage(), e);
    }
  }
}
