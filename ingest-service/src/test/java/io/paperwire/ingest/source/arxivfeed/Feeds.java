package io.paperwire.ingest.source.arxivfeed;

import java.util.List;
import java.util.stream.Collectors;

/** Makes feeds as arXiv's servers write them, of papers that do not exist. */
public final class Feeds {

  private Feeds() {}

  /**
   * An item.
   *
   * @param xml what stands in it beside the rest
   */
  public record Item(
      String id, String type, String title, String creator, String categories, String xml) {

    /** An item of a paper, announced in some way. */
    public static Item of(String id, String type) {
      return new Item(id, type, "Title of " + id, "Ada Lovelace, Alan Turing", "cs.CL cs.AI", "");
    }

    Item title(String value) {
      return new Item(id, type, value, creator, categories, xml);
    }

    Item creator(String value) {
      return new Item(id, type, title, value, categories, xml);
    }

    Item xml(String value) {
      return new Item(id, type, title, creator, categories, value);
    }

    private String unversioned() {
      return id.replaceAll("v\\d+$", "");
    }

    private String description() {
      return "arXiv:%s Announce Type: %s \nAbstract: About %s &amp; $x &lt; y$."
          .formatted(id, type, unversioned());
    }

    private String rss() {
      String categoryElements =
          List.of(categories.split(" ", -1)).stream()
              .map(name -> "<category>" + name + "</category>")
              .collect(Collectors.joining());
      return """
      <item><title>%s</title><link>https://arxiv.org/abs/%s</link><description>%s</description>
      <guid isPermaLink="false">oai:arXiv.org:%s</guid>%s
      <pubDate>Fri, 30 Jan 2026 00:00:00 -0500</pubDate>
      <arxiv:announce_type>%s</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>%s</dc:creator>%s</item>
      """
          .formatted(title, unversioned(), description(), id, categoryElements, type, creator, xml);
    }

    private String atom() {
      String categoryElements =
          List.of(categories.split(" ", -1)).stream()
              .map(name -> "<category term=\"" + name + "\"/>")
              .collect(Collectors.joining());
      return """
      <entry><id>oai:arXiv.org:%s</id><title>%s</title>
      <updated>2026-01-30T05:00:19.9+00:00</updated>
      <link href="https://arxiv.org/abs/%s" rel="alternate" type="text/html"/>
      <summary>%s</summary>%s<published>2026-01-30T00:00:00-05:00</published>
      <arxiv:announce_type>%s</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>%s</dc:creator>%s</entry>
      """
          .formatted(id, title, unversioned(), description(), categoryElements, type, creator, xml);
    }
  }

  /** A feed in RSS. */
  public static String rss(Item... items) {
    return rssTitled("cs.CL updates on arXiv.org", items);
  }

  static String rssTitled(String title, Item... items) {
    return """
    <?xml version='1.0' encoding='UTF-8'?>
    <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel><title>%s</title>
    <link>http://rss.arxiv.org/rss/cs.CL</link><description>x</description>
    <skipDays><day>Sunday</day><day>Saturday</day></skipDays>%s</channel></rss>
    """
        .formatted(title, List.of(items).stream().map(Item::rss).collect(Collectors.joining()));
  }

  static String atom(Item... items) {
    return """
    <?xml version='1.0' encoding='UTF-8'?>
    <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns="http://www.w3.org/2005/Atom"><id>http://rss.arxiv.org/atom/cs.CL</id>
    <title>cs.CL updates on arXiv.org</title>%s</feed>
    """
        .formatted(List.of(items).stream().map(Item::atom).collect(Collectors.joining()));
  }
}
