package io.paperwire.notify.web.feed.atom;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.web.feed.atom.AtomEntry.Category;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class AtomWriterTest {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final Instant PUBLISHED = Instant.parse("2026-06-12T00:00:00Z");
  private static final Instant UPDATED = Instant.parse("2026-06-13T08:00:00.123Z");

  /** What would be markup, end a section of text, or name an entity, and two emoji. */
  private static final String HOSTILE =
      "</title><script>alert(1)</script> ]]> & &xxe; \"double\" 'single' 👩‍🔬 𝔽₂";

  @Test
  void shouldWriteWhatAtomAsksFor() {
    String document =
        AtomWriter.document(
            feed(
                new AtomEntry(
                    "https://p.example/papers/arxiv:1",
                    "Deep agents",
                    UPDATED,
                    PUBLISHED,
                    List.of("Ada Lovelace", "Jörg Müller"),
                    List.of(
                        new Category(
                            "robotics",
                            Optional.of("https://p.example/topics/"),
                            Optional.of("Robotics")),
                        new Category("cs.RO", Optional.empty(), Optional.empty())),
                    Optional.of("https://arxiv.org/abs/1"),
                    "They act.")));

    assertThat(document)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="utf-8"?>\
            <feed xmlns="http://www.w3.org/2005/Atom">\
            <id>https://p.example/feed.atom?q=a&amp;b</id>\
            <title>Paperwire: a&amp;b</title>\
            <updated>2026-06-13T08:00:00Z</updated>\
            <link rel="self" type="application/atom+xml" href="https://p.example/feed.atom?q=a&amp;b"/>\
            <link rel="alternate" type="text/html" href="https://p.example/search?q=a&amp;b"/>\
            <icon>https://p.example/icon.svg</icon>\
            <generator>Paperwire</generator>\
            <author><name>Paperwire</name></author>\
            <entry>\
            <id>https://p.example/papers/arxiv:1</id>\
            <title>Deep agents</title>\
            <updated>2026-06-13T08:00:00Z</updated>\
            <published>2026-06-12T00:00:00Z</published>\
            <link rel="alternate" type="text/html" href="https://p.example/papers/arxiv:1"/>\
            <link rel="via" href="https://arxiv.org/abs/1"/>\
            <author><name>Ada Lovelace</name></author>\
            <author><name>Jörg Müller</name></author>\
            <category term="robotics" scheme="https://p.example/topics/" label="Robotics"/>\
            <category term="cs.RO"/>\
            <summary>They act.</summary>\
            </entry>\
            </feed>\
            """);
  }

  @Test
  void shouldSayWhateverStandsInATextAsText() {
    Element feed = parsed(AtomWriter.document(feed(entry(HOSTILE))));

    assertThat(text(feed, "title", 1)).isEqualTo(HOSTILE);
    assertThat(text(feed, "name", 1)).isEqualTo(HOSTILE);
    assertThat(text(feed, "summary", 0)).isEqualTo(HOSTILE);
    assertThat(attribute(feed, "category", "term")).isEqualTo(HOSTILE);
    assertThat(attribute(feed, "category", "label")).isEqualTo(HOSTILE);
    assertThat(feed.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void shouldLeaveOutTheCharactersThatXmlForbids() {
    String forbidden = "a\0b\u0001c\u001Bd\uD83De\uFFFEf\uFFFFg\uDC00";

    Element feed = parsed(AtomWriter.document(feed(entry(forbidden))));

    assertThat(text(feed, "title", 1)).isEqualTo("abcdefg");
    assertThat(attribute(feed, "category", "label")).isEqualTo("abcdefg");
  }

  @Test
  void shouldHaveATimeAndAnAuthorWithoutEntries() {
    Element feed = parsed(AtomWriter.document(feed()));

    assertThat(text(feed, "updated", 0)).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(text(feed, "name", 0)).isEqualTo("Paperwire");
  }

  private static AtomFeed feed(AtomEntry... entries) {
    return new AtomFeed(
        "https://p.example/feed.atom?q=a&b",
        "https://p.example/search?q=a&b",
        "https://p.example/icon.svg",
        "Paperwire",
        "Paperwire: a&b",
        List.of(entries));
  }

  private static AtomEntry entry(String text) {
    return new AtomEntry(
        "https://p.example/papers/1",
        text,
        UPDATED,
        PUBLISHED,
        List.of(text),
        List.of(new Category(text, Optional.empty(), Optional.of(text))),
        Optional.empty(),
        text);
  }

  private static String text(Element feed, String name, int index) {
    return feed.getElementsByTagNameNS(NAMESPACE, name).item(index).getTextContent();
  }

  private static String attribute(Element feed, String name, String attribute) {
    return ((Element) feed.getElementsByTagNameNS(NAMESPACE, name).item(0)).getAttribute(attribute);
  }

  private static Element parsed(String document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(document)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(document, e);
    }
  }
}
