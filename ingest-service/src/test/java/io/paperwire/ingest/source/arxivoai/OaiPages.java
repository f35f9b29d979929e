package io.paperwire.ingest.source.arxivoai;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes answers as arXiv's OAI server writes them, of papers that do not exist. */
public final class OaiPages {

  private OaiPages() {}

  /**
   * A record.
   *
   * @param versions dates of the versions, such as {@code Mon, 2 Feb 2026 19:18:42 GMT}
   * @param xml what stands in the metadata beside the rest
   */
  public record Rec(String id, String stamp, String title, List<String> versions, String xml) {

    /** A record of a paper with versions of some dates. */
    public static Rec of(String id, String... versions) {
      return new Rec(id, "2026-02-03", "Title of " + id, List.of(versions), "");
    }

    Rec title(String value) {
      return new Rec(id, stamp, value, versions, xml);
    }

    Rec xml(String value) {
      return new Rec(id, stamp, title, versions, value);
    }

    private String version(int index) {
      return """
      <version version="v%d"><date>%s</date><size>12kb</size><source_type>D</source_type></version>
      """
          .formatted(index + 1, versions.get(index));
    }

    private String text() {
      String all =
          IntStream.range(0, versions.size()).mapToObj(this::version).collect(Collectors.joining());
      return """
      <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp>
      <setSpec>cs:cs:CL</setSpec></header><metadata>
      <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>%s</id><submitter>A. Lovelace</submitter>
      %s<title>%s</title><authors>Ada Lovelace (1, 2), Al-Khw\\={a}rizm\\={i} (2) ((1) London, (2)
        House of Wisdom, Baghdad)</authors><categories>cs.CL cs.AI</categories>%s
      <license>http://creativecommons.org/licenses/by/4.0/</license>
      <abstract>  About %s,
      in two lines.
      </abstract></arXivRaw></metadata></record>
      """
          .formatted(id, stamp, id, all, title, xml, id);
    }
  }

  /** A record of the format {@code arXiv}, whose current version is of a day. */
  public static String current(String id, String day) {
    return """
    <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp></header>
    <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>%s</id><created>%s</created>
    <authors><author><keyname>M\\"uller</keyname><forenames>J. (Jan)</forenames><suffix>Jr.</suffix>
    <affiliation>Univ. of X</affiliation><affiliation>Y</affiliation></author>
    <author><keyname>ATLAS Collaboration</keyname></author></authors>
    <title>Title of %s</title><categories>cs.CL cs.AI</categories><abstract>Text.</abstract></arXiv>
    </metadata></record>
    """
        .formatted(id, day, id, day, id);
  }

  /** A record that is gone. */
  public static String deleted(String id) {
    return """
    <record><header status="deleted"><identifier>oai:arXiv.org:%s</identifier>
    <datestamp>2026-02-03</datestamp></header></record>
    """
        .formatted(id);
  }

  /** The records of a page, as they stand in it. */
  public static String records(Rec... records) {
    return List.of(records).stream().map(Rec::text).collect(Collectors.joining());
  }

  /** A page of a list; without a token it is the last one. */
  public static String page(String records, String token) {
    String element =
        token.isEmpty() ? "" : "<resumptionToken>%s</resumptionToken>".formatted(token);
    return answer("<ListRecords>" + records + element + "</ListRecords>");
  }

  /** The last page of a list. */
  public static String last(Rec... records) {
    return page(records(records), "");
  }

  /** An error. */
  public static String error(String code) {
    return answer("<error code=\"%s\">words of the server</error>".formatted(code));
  }

  private static String answer(String content) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-02-03T10:00:00Z</responseDate>
    <request verb="ListRecords">http://oaipmh.arxiv.org/oai</request>
    %s
    </OAI-PMH>
    """
        .formatted(content);
  }
}
