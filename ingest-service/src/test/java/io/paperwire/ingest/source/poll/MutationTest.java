package io.paperwire.ingest.source.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.arxivapi.QueryPages;
import io.paperwire.ingest.source.arxivfeed.Feeds;
import io.paperwire.ingest.source.arxivoai.OaiPages;
import io.paperwire.ingest.source.pubmed.PubmedAnswers;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every source reads answers that were valid once: nothing crashes or hangs, and of an answer that
 * cannot be read no part is published.
 */
@Timeout(120) // a hang is what it looks for
final class MutationTest {

  private static final int MUTANTS = 200;
  private static final String[] SPLICES = {
    "<",
    ">",
    "&",
    "\"",
    "{",
    "}",
    "[",
    "]",
    "null",
    "-1",
    "99999999999999999999",
    "\\u0000",
    "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>",
    "&a;",
    "]]>",
    "<![CDATA[",
    "\u0000",
    "\uFFFF",
    "\\",
    "$",
    "{{{{{{{{",
    "1e999999999",
    "<record>",
    "</record>",
    "2026-13-45",
    "\n"
  };

  /** How each source is switched on so that it asks the scripted upstream. */
  static Map<String, Object> settings(String source, ScriptedUpstream upstream) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("paperwire.ingest." + source + ".enabled", true);
    settings.put("paperwire.ingest." + source + ".base-url", upstream.url());
    settings.put("paperwire.ingest." + source + ".request-interval", "1ms");
    settings.put("paperwire.ingest.arxiv.request-interval", "1ms");
    settings.put("paperwire.ingest.arxiv-feed.categories", "cs.CL");
    settings.put("paperwire.ingest.feeds.urls", upstream.url() + "/feed");
    settings.put("paperwire.ingest.arxiv-api.categories", "cs.CL");
    settings.put("paperwire.ingest.biorxiv.servers", "biorxiv");
    settings.put("paperwire.ingest.openalex.filter", "type:preprint");
    settings.put("paperwire.ingest.semantic-scholar.query", "x");
    settings.put("paperwire.ingest.pubmed.query", "x");
    settings.put("paperwire.ingest.upstream.shared", false);
    settings.put("paperwire.ingest.upstream.contact", "mailto:tests@example.org");
    settings.put("paperwire.ingest.upstream.private-hosts", upstream.hostAndPort());
    return settings;
  }

  private static byte[] valid(String source) throws IOException {
    return switch (source) {
      case "arxiv-feed", "feeds" ->
          Feeds.rss(Feeds.Item.of("2601.20001v1", "new"), Feeds.Item.of("2601.08000v1", "cross"))
              .getBytes(UTF_8);
      case "arxiv-api" ->
          QueryPages.page(
                  9,
                  QueryPages.entry("2607.00001v1", "2026-07-01T10:00:00Z", "2026-07-01T10:00:00Z"))
              .getBytes(UTF_8);
      case "arxiv-oai" ->
          OaiPages.last(
                  OaiPages.Rec.of("2601.20001", "Thu, 29 Jan 2026 12:00:00 GMT"),
                  OaiPages.Rec.of("hep-th/9901001", "Thu, 29 Jan 1999 12:00:00 GMT"))
              .getBytes(UTF_8);
      case "pubmed" -> PubmedAnswers.found(2, "42286391", "42286392").getBytes(UTF_8);
      default -> {
        String name = "/upstreams/" + source + ".json";
        try (InputStream file = MutationTest.class.getResourceAsStream(name)) {
          yield Objects.requireNonNull(file, name).readAllBytes();
        }
      }
    };
  }

  private static byte[] mutated(byte[] valid, Random random) {
    String text = new String(valid, ISO_8859_1);
    int mutations = 1 + random.nextInt(3);
    for (int i = 0; i < mutations; i++) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(40));
      String splice = SPLICES[random.nextInt(SPLICES.length)];
      text =
          switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(at);
            case 3 -> text.substring(0, Math.max(1, at));
            case 4 ->
                text.substring(0, at) + splice.repeat(1 + random.nextInt(200)) + text.substring(at);
            default -> text.substring(0, at) + splice + text.substring(at);
          };
    }
    return text.getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arxiv-feed",
        "arxiv-oai",
        "hugging-face",
        "biorxiv",
        "openalex",
        "crossref",
        "semantic-scholar",
        "feeds",
        "arxiv-api",
        "pubmed"
      })
  void shouldStandWhateverComes(String name) throws Exception {
    shouldStand(name, valid(name), Positions.none());
  }

  @Test
  void shouldStandWhateverComesAsArticlesOfPubmed() throws Exception {
    Position fetching =
        new Position(
            Map.of(
                "newSince", "2026-06-01T00:00:00Z",
                "from", "2026-06-01",
                "cursor", "2026-06-12/2026-06-12/0/2/42286391,42286392"));
    String articles =
        PubmedAnswers.articles(
            PubmedAnswers.article("42286391", "10.1234/a", "2026-06-12"),
            PubmedAnswers.article("42286392", "10.1234/b", "2026-06-12"));
    shouldStand("pubmed", articles.getBytes(UTF_8), new Positions(Map.of("articles", fetching)));
  }

  private static void shouldStand(String name, byte[] valid, Positions positions) throws Exception {
    Random random = new Random(name.hashCode());
    try (ScriptedUpstream upstream = new ScriptedUpstream();
        ApplicationContext context = ApplicationContext.run(settings(name, upstream))) {
      Source source = context.getBean(Source.class);
      assertThat(source.name()).isEqualTo(name);
      upstream.answerAll(Answer.ok(valid));
      Page whole = next(source, positions).orElseThrow();
      assertThat(whole.quarantined()).isEmpty();
      assertThat(whole.advances()).isNotEmpty();
      for (int i = 0; i < MUTANTS; i++) {
        byte[] mutant = mutated(valid, random);
        upstream.answerAll(Answer.ok(mutant));
        Optional<Page> page = next(source, positions);
        page.ifPresent(read -> assertWhole(read, mutant));
      }
      assertThat(upstream.log()).hasSize(MUTANTS + 1);
    }
  }

  private static Optional<Page> next(Source source, Positions positions)
      throws IOException, InterruptedException {
    try (PageReader reader = source.open(positions)) {
      return reader.next(Duration.ofSeconds(10));
    }
  }

  private static void assertWhole(Page page, byte[] answer) {
    for (RejectedInput quarantined : page.quarantined()) {
      assertThat(quarantined.reason()).doesNotContain("not foreseen");
      assertThat(quarantined.raw().copy(Integer.MAX_VALUE)).isEqualTo(answer);
    }
    if (!page.quarantined().isEmpty()) {
      assertThat(page.records()).isEmpty();
      assertThat(page.signals()).isEmpty();
      assertThat(page.rejects()).isEmpty();
    }
  }
}
