package io.paperwire.standalone.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paperwire.ingest.record.SourceRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An OAI-PMH server on loopback that lists papers as arXiv does, page by page along tokens. */
final class OaiServer implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("resumptionToken=p(\\d+)");
  private static final int IDS_A_MONTH = 99_999;
  private static final int LINE = 75;

  private final HttpServer server;
  private final List<SourceRecord> papers;
  private final int records;
  private final int pageRecords;
  private final IntConsumer asked;
  private final LongAdder bytes = new LongAdder();

  /**
   * Opens a server.
   *
   * @param papers whose texts are listed, again and again under new ids
   * @param records how many records it lists
   * @param pageRecords how many a page has
   * @param asked is told the number of each page that is asked for, from 0
   */
  OaiServer(List<SourceRecord> papers, int records, int pageRecords, IntConsumer asked)
      throws IOException {
    this.papers = List.copyOf(papers);
    this.records = records;
    this.pageRecords = pageRecords;
    this.asked = asked;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Host and port. */
  String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many bytes it has sent. */
  long bytes() {
    return bytes.sum();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher token = TOKEN.matcher(exchange.getRequestURI().toString());
      int number = token.find() ? Integer.parseInt(token.group(1)) : 0;
      asked.accept(number);
      byte[] page = page(number).getBytes(UTF_8);
      bytes.add(page.length);
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  private String page(int number) {
    StringBuilder page =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
            <responseDate>2026-02-01T00:00:00Z</responseDate>
            <request verb="ListRecords">http://oaipmh.arxiv.org/oai</request><ListRecords>
            """);
    int from = number * pageRecords;
    int to = Math.min(records, from + pageRecords);
    for (int i = from; i < to; i++) {
      page.append(record(papers.get(i % papers.size()), i));
    }
    return page.append("<resumptionToken>")
        .append(to < records ? "p" + (number + 1) : "")
        .append("</resumptionToken></ListRecords></OAI-PMH>")
        .toString();
  }

  private static String record(SourceRecord paper, int number) {
    String id =
        "%02d%02d.%05d"
            .formatted(
                number / IDS_A_MONTH / 12 + 26,
                number / IDS_A_MONTH % 12 + 1,
                number % IDS_A_MONTH + 1);
    String authors =
        paper.authors().stream()
            .map(SourceRecord.RecordedAuthor::name)
            .collect(Collectors.joining(", "));
    return """
    <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>2026-01-20</datestamp>
    <setSpec>cs:cs:CL</setSpec></header><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
    <id>%s</id><submitter>A. Lovelace</submitter><version version="v1">
    <date>Tue, 20 Jan 2026 12:00:00 GMT</date><size>120kb</size><source_type>D</source_type></version>
    <title>%s</title><authors>%s</authors><categories>%s</categories><comments>12 pages</comments>
    <license>http://creativecommons.org/licenses/by/4.0/</license>
    <abstract>  %s
    </abstract></arXivRaw></metadata></record>
    """
        .formatted(
            id,
            id,
            inLines(escaped(paper.title())),
            inLines(escaped(authors)),
            paper.categories().isEmpty() ? "cs.CL" : String.join(" ", paper.categories()),
            inLines(escaped(paper.abstractText().orElse(""))));
  }

  /** Texts come in lines, as their authors typed them. */
  private static String inLines(String text) {
    StringBuilder lines = new StringBuilder(text);
    for (int at = text.indexOf(' ', LINE); at > 0; at = text.indexOf(' ', at + LINE)) {
      lines.setCharAt(at, '\n');
    }
    return lines.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
