package io.paperwire.ingest.source.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micronaut.context.ApplicationContext;
import io.paperwire.ingest.format.JsonView;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Real answers that were recorded, where {@code PAPERWIRE_RECORDED_ANSWERS} names a folder of them;
 * skipped where it does not. They are not part of the project. What is expected of each is counted
 * in its text, apart from the code that reads it.
 */
final class RecordedAnswersTest {

  private static final Optional<Path> FOLDER =
      Optional.ofNullable(System.getenv("PAPERWIRE_RECORDED_ANSWERS")).map(Path::of);

  @BeforeEach
  void requireFolder() {
    assumeTrue(FOLDER.isPresent());
  }

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.orElseThrow().resolve(file));
  }

  private static List<String> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.orElseThrow().resolve(folder))) {
      List<String> names =
          files
              .map(file -> folder + "/" + file.getFileName())
              .filter(name -> name.endsWith(ending))
              .sorted()
              .toList();
      assertThat(names).isNotEmpty();
      return names;
    }
  }

  private static Map<String, Object> settings(String source, ScriptedUpstream upstream) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("paperwire.ingest." + source + ".enabled", true);
    settings.put("paperwire.ingest." + source + ".base-url", upstream.url());
    settings.put("paperwire.ingest.arxiv-feed.categories", "cs.CL");
    settings.put("paperwire.ingest.arxiv-feed.format", "atom");
    settings.put("paperwire.ingest.arxiv-api.categories", "cs.CL");
    settings.put("paperwire.ingest.arxiv-oai.format", "current");
    settings.put("paperwire.ingest.openalex.filter", "type:preprint");
    settings.put("paperwire.ingest.semantic-scholar.query", "bert");
    settings.put("paperwire.ingest.pubmed.query", "water");
    settings.put("paperwire.ingest.upstream.shared", false);
    settings.put("paperwire.ingest.upstream.contact", "mailto:tests@example.org");
    settings.put("paperwire.ingest.upstream.private-hosts", upstream.hostAndPort());
    return settings;
  }

  /** What a source makes of an answer; empty where it is to be asked for again. */
  private static Optional<Page> page(String source, Positions positions, Answer answer)
      throws IOException, InterruptedException {
    try (ScriptedUpstream upstream = new ScriptedUpstream();
        ApplicationContext context = ApplicationContext.run(settings(source, upstream))) {
      upstream.answerAll(answer);
      try (PageReader reader = context.getBean(Source.class).open(positions)) {
        return reader.next(Duration.ofSeconds(10));
      }
    }
  }

  private static Page understood(String source, String answer)
      throws IOException, InterruptedException {
    Page page = page(source, Positions.none(), Answer.ok(answer)).orElseThrow();
    assertThat(page.quarantined()).isEmpty();
    return page;
  }

  private static int count(String text, String pattern) {
    return Math.toIntExact(Pattern.compile(pattern).matcher(text).results().count());
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static List<String> keys(Page page) {
    return page.records().stream().map(SourceRecord::sourceKey).toList();
  }

  private static int authors(Page page) {
    return page.records().stream().mapToInt(paper -> paper.authors().size()).sum();
  }

  private static void assertClean(Page page) {
    for (SourceRecord paper : page.records()) {
      for (String text : List.of(paper.title(), paper.abstractText().orElse("x"))) {
        assertThat(text).doesNotContain("\n", "  ", "&amp;", "&lt;", "<p>", "jats:", "\\'", "\\\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "arxiv-feed, arxiv_rss/arxiv_atom_full_2025-08-20.xml, <entry>",
    "hugging-face, huggingface/hf_daily_papers.json, '\"submittedOnDailyAt\":'",
    "openalex, openalex/openalex_works.json, '\"abstract_inverted_index\":'",
  })
  void shouldReadEveryItem(String name, String file, String mark) throws Exception {
    String answer = read(file);
    Page page = understood(name, answer);
    assertThat(page.rejects()).isEmpty();
    assertThat(page.records()).hasSize(count(answer, mark));
    assertThat(page.records()).allSatisfy(paper -> assertThat(paper.authors()).isNotEmpty());
    assertClean(page);
  }

  @Test
  void shouldQuarantineTheFeedThatIsCutOff() throws Exception {
    String answer = read("arxiv_rss/RAW_truncated_2025-08-20.xml");
    Page page = page("arxiv-feed", Positions.none(), Answer.ok(answer)).orElseThrow();
    assertThat(page.records()).isEmpty();
    assertThat(page.quarantined().getFirst().raw().text()).hasValue(answer);
  }

  @Test
  void shouldReadAnswersOfArxivsApi() throws Exception {
    for (String file : files("arxiv_api", ".json")) {
      JsonView recorded =
          switch (JsonView.of(RawBytes.of(read(file).getBytes(UTF_8)))) {
            case Parsed.Valid<JsonView>(JsonView json) -> json;
            case Parsed.Invalid<JsonView> invalid -> throw new AssertionError(invalid.reason());
          };
      int status = Math.toIntExact(recorded.at("status_code").whole().orElseThrow());
      String body = recorded.at("body").text().orElseThrow();
      Optional<Page> page = page("arxiv-api", Positions.none(), Answer.of(status, body));
      List<String> ids = all(body, "<id>https?://arxiv.org/abs/(.*?)v\\d+</id>");
      assertThat(page.map(RecordedAnswersTest::keys).orElse(List.of())).as(file).isEqualTo(ids);
      assertThat(page.map(RecordedAnswersTest::authors).orElse(0))
          .as(file)
          .isEqualTo(ids.isEmpty() ? 0 : count(body, "<author>"));
      page.ifPresent(RecordedAnswersTest::assertClean);
      assertThat(page.stream().flatMap(read -> read.rejects().stream())).as(file).isEmpty();
    }
  }

  @Test
  void shouldReadAnswersOfArxivsOaiServer() throws Exception {
    for (String file : files("arxiv_oai", ".xml")) {
      String answer = read(file);
      Page page = understood("arxiv-oai", answer);
      assertThat(keys(page)).as(file).isEqualTo(all(answer, "<id>\\s*(.*?)\\s*</id>"));
      assertThat(authors(page)).as(file).isEqualTo(count(answer, "<author>"));
      assertThat(page.rejects()).as(file).isEmpty();
      assertClean(page);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ListRecords.xml, true, false",
    "ListRecords2.xml, true, false",
    "ListRecords4.xml, true, false",
    "noRecordsMatch.xml, true, false",
    "badResumptionToken.xml, false, false",
    "badArgument.xml, false, false",
    "idDoesNotExist.xml, false, false",
    "undefinedError.xml, false, false",
    "ListRecordsBroken.xml, true, true",
    "Identify.xml, true, true",
    "ListSets.xml, true, true",
  })
  void shouldUnderstandTheProtocol(String file, boolean answers, boolean quarantined)
      throws Exception {
    String answer = read("oai_generic_sickle/" + file);
    Optional<Page> page = page("arxiv-oai", Positions.none(), Answer.ok(answer));
    assertThat(page.isPresent()).isEqualTo(answers);
    assertThat(page.filter(read -> !read.quarantined().isEmpty()).isPresent())
        .isEqualTo(quarantined);
    int present = count(answer, "<record>") - count(answer, "status=\"deleted\"");
    assertThat(page.map(read -> read.rejects().size()).orElse(0))
        .isEqualTo(quarantined ? 0 : present); // papers, but none of arXiv's
  }

  @SuppressWarnings("unchecked") // the recorder's own form
  private static List<String> bodies(String file, String interactions) throws IOException {
    Map<String, Object> recorded = new Yaml().load(read(file));
    List<String> bodies = new ArrayList<>();
    for (Map<String, Object> interaction :
        (List<Map<String, Object>>) Objects.requireNonNull(recorded.get(interactions))) {
      Map<String, Object> response =
          (Map<String, Object>) Objects.requireNonNull(interaction.get("response"));
      Map<String, Object> body = (Map<String, Object>) Objects.requireNonNull(response.get("body"));
      bodies.add(String.valueOf(body.get("string")));
    }
    return bodies;
  }

  @ParameterizedTest
  @CsvSource({
    "cr_works.yml",
    "cr_works_with_cursor_and_progress_bar.yml",
    "cr_works_fails_well.yml"
  })
  void shouldReadAnswersOfCrossref(String file) throws Exception {
    int read = 0;
    for (String body : bodies("crossref/" + file, "http_interactions")) {
      if (!(JsonView.of(RawBytes.of(body.getBytes(UTF_8)))
          instanceof Parsed.Valid<JsonView>(JsonView json))) {
        Page words = page("crossref", Positions.none(), Answer.ok(body)).orElseThrow();
        assertThat(words.quarantined()).hasSize(1);
        continue;
      }
      JsonView items = json.at("message").at("items");
      if (!items.isArray()) {
        continue; // a single work, which nothing here asks for
      }
      List<String> dois = new ArrayList<>();
      for (JsonView item : items.items()) {
        dois.add(item.at("DOI").text().orElseThrow().toLowerCase(Locale.ROOT));
      }
      Page page = understood("crossref", body);
      assertThat(dois).containsSubsequence(keys(page));
      assertThat(page.rejects()).hasSize(dois.size() - page.records().size());
      assertThat(page.rejects())
          .allSatisfy(reject -> assertThat(reject.reason()).contains("the title is empty"));
      assertClean(page);
      read++;
    }
    assertThat(read).isPositive();
  }

  @Test
  void shouldReadASingleWorkOfCrossref() throws Exception {
    String work = read("openalex/crossref_valid.json").strip();
    String message = work.replaceFirst("^\\{\\s*\"message\":", "{\"message\":{\"items\":[") + "]}";
    Page page = understood("crossref", message.replaceFirst("\\}\\s*\\]\\}$", "]}}"));
    assertThat(keys(page)).containsExactly("10.1186/s13059-026-04077-z");
    assertClean(page);
  }

  @Test
  void shouldReadAnswersOfSemanticScholar() throws Exception {
    for (String body : bodies("semanticscholar/test_search_paper.yaml", "interactions")) {
      Page page = understood("semantic-scholar", body);
      assertThat(page.signals()).isEmpty(); // no citations were asked for
      assertThat(page.description()).contains(count(body, "\"paperId\":") + " items");
    }
  }

  @Test
  void shouldReadAnswersOfPubmed() throws Exception {
    String found = read("pubmed/pubmed_esearch.json");
    Page search = understood("pubmed", found);
    Position position = Objects.requireNonNull(search.advances().get("articles"));
    assertThat(position.get("cursor").orElseThrow())
        .endsWith("/42111/" + String.join(",", all(found, "\"(\\d{8})\"")));
    String articles = read("pubmed/pubmed_efetch.xml");
    Page page =
        page("pubmed", new Positions(Map.of("articles", position)), Answer.ok(articles))
            .orElseThrow();
    assertThat(page.rejects()).isEmpty();
    assertThat(keys(page)).isEqualTo(all(articles, "<PMID Version=\"1\">(\\d+)</PMID><Date"));
    assertThat(authors(page)).isEqualTo(count(articles, "<Author "));
    assertThat(page.records().stream().map(paper -> paper.publication().doi().orElse("")))
        .containsExactlyElementsOf(
            all(articles, "<ELocationID EIdType=\"doi\" ValidYN=\"Y\">(.*?)</ELocationID>").stream()
                .map(doi -> doi.toLowerCase(Locale.ROOT))
                .toList());
    assertClean(page);
  }
}
