package io.paperwire.ingest.source.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.PubmedConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.text.OrcidId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticlesFormatTest {

  private static final Instant NOW = Instant.parse("2026-06-12T12:00:00Z");
  private static final String DOI = "10.1234/Abc";

  private final Dialogue dialogue = dialogue("");

  private static Dialogue dialogue(String apiKey) {
    PubmedConfiguration configuration =
        new PubmedConfiguration(
            "water[mesh]",
            apiKey,
            "a@b.c",
            URI.create("http://eutils.example/"),
            Duration.ofHours(6),
            Duration.ZERO,
            Duration.ofDays(3));
    return Dialogue.ofList(new ArticlesFormat(configuration, PaperLimits.STANDARD), 2, NOW);
  }

  private static String article(String entered) {
    return PubmedAnswers.article("42286391", DOI, entered);
  }

  private SourceRecord paper(String article) {
    dialogue.understand(PubmedAnswers.found(1, "42286391"));
    return dialogue.paper(PubmedAnswers.articles(article));
  }

  /** The naive reading asks by the date of publication, which can lie years ahead. */
  @Test
  void shouldAskByTheDayOfEntry() {
    assertThat(dialogue.asked())
        .isEqualTo(
            "http://eutils.example/esearch.fcgi?db=pubmed&retmode=json&retstart=0&retmax=200"
                + "&term=%28water%5Bmesh%5D%29+AND+2026%2F06%2F09%3A2026%2F06%2F09%5Bedat%5D"
                + "&tool=paperwire&email=a%40b.c");
    dialogue.understand(PubmedAnswers.found(2, "11", "12"));
    assertThat(dialogue.asked())
        .isEqualTo(
            "http://eutils.example/efetch.fcgi?db=pubmed&retmode=xml&id=11,12"
                + "&tool=paperwire&email=a%40b.c");
  }

  /** The naive reading goes on with the next day, and loses what is entered late. */
  @Test
  void shouldLookBackTwoDays() {
    for (int day = 9; day <= 12; day++) {
      assertThat(dialogue.asked())
          .contains(day < 10 ? "2026%2F06%2F0" + day : "2026%2F06%2F" + day);
      dialogue.understand(PubmedAnswers.found(0));
    }
    dialogue.pass(Duration.ofHours(6));
    assertThat(dialogue.asked()).contains("2026%2F06%2F10%3A2026%2F06%2F10%5Bedat%5D");
  }

  @Test
  void shouldTakeBracketsOffATranslatedTitleAlone() {
    assertThat(titled("[Trial of [18F]FDG in Essen].")).isEqualTo("Trial of [18F]FDG in Essen");
    assertThat(titled("[18F]FDG or [68Ga]")).isEqualTo("[18F]FDG or [68Ga]");
  }

  private String titled(String title) {
    return paper(
            article("2026-6-12")
                .replaceFirst(
                    "(?<=<ArticleTitle>).*(?=</ArticleTitle>)", Matcher.quoteReplacement(title)))
        .title();
  }

  @Test
  void shouldReadAnArticle() {
    SourceRecord paper = paper(article("2026-6-12"));
    assertThat(paper.paperId().value()).isEqualTo("doi:10.1234/abc");
    assertThat(paper.sourceKey()).isEqualTo("42286391");
    assertThat(paper.title()).isEqualTo("Uptake of ^{99m}Tc in H₂O, p < 0.1");
    assertThat(paper.abstractText()).hasValue("BACKGROUND: Poincaré et al. RESULTS: 2 h.");
    assertThat(paper.authors())
        .containsExactly(
            new RecordedAuthor("Ana María Roe", Optional.of("Institute (Dept. A, B), Essen.")),
            RecordedAuthor.named("The Test Group"));
    assertThat(paper.categories()).containsExactly("Water");
    assertThat(paper.publication().doi()).hasValue("10.1234/abc");
    assertThat(paper.publication().journalRef()).hasValue("J Test 2031;16(1):92-7");
    assertThat(paper.links().getFirst().url())
        .isEqualTo("https://pubmed.ncbi.nlm.nih.gov/42286391/");
  }

  @ParameterizedTest
  @CsvSource({
    "0009-0000-6894-1796, 0009-0000-6894-1796",
    "https://orcid.org/0000000218250097, 0000-0002-1825-0097",
    "0000-0002-1825-0098,"
  })
  void shouldReadAnOrcidId(String written, @Nullable String read) {
    String article =
        article("2026-6-12")
            .replace(
                "<Initials>AM</Initials>",
                "<Initials>AM</Initials><Identifier Source=\"GND\">118529579</Identifier>"
                    + "<Identifier Source=\"ORCID\">"
                    + written
                    + "</Identifier>");
    assertThat(paper(article).authors().getFirst().orcid())
        .isEqualTo(Optional.ofNullable(read).map(OrcidId::new));
  }

  /** The naive reading takes the journal's date, which lies in the future. */
  @Test
  void shouldDateAnArticleByItsEntryWhereTheJournalIsAhead() {
    assertThat(paper(article("2026-6-12")).dates().published())
        .hasValue(Instant.parse("2026-06-12T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"2026-6-12, NEW", "2019-6-12, STANDING"})
  void shouldGoByTheDayOfEntry(String entered, Announcement announcement) {
    assertThat(paper(article(entered)).announcement()).isEqualTo(announcement);
  }

  @Test
  void shouldMeetArxivPapersUnderTheirId() {
    SourceRecord paper =
        paper(PubmedAnswers.article("42286391", "10.48550/arXiv.2606.01234", "2026-6-12"));
    assertThat(paper.paperId().value()).isEqualTo("arxiv:2606.01234");
    assertThat(paper.publication().doi()).isEmpty();
  }

  @Test
  void shouldTellOfRetractedArticles() {
    SourceRecord paper =
        paper(PubmedAnswers.article("42286391", DOI, "2026-6-12", "Retracted Publication"));
    assertThat(Judgement.of(paper, Optional.empty()).verdict()).isEqualTo(Verdict.WITHDRAWN);
  }

  @Test
  void shouldFetchLargeDaysSliceBySlice() {
    dialogue.understand(PubmedAnswers.found(201, "1", "2"));
    dialogue.understand(PubmedAnswers.articles(article("2026-6-12")));
    assertThat(dialogue.asked()).contains("retstart=200", "2026%2F06%2F09");
    dialogue.understand(PubmedAnswers.found(201, "3"));
    assertThat(dialogue.asked()).contains("id=3&");
    dialogue.understand(PubmedAnswers.articles(article("2026-6-12")));
    assertThat(dialogue.asked()).contains("retstart=0", "2026%2F06%2F10");
  }

  @Test
  void shouldNotPassOverInSilenceWhatASearchDoesNotTell() {
    Reading.Understood day = dialogue.understand(PubmedAnswers.found(10_500, "1"));
    assertThat(day.content().rejects())
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.fault()).isEqualTo(Fault.TOO_LARGE);
              assertThat(reject.reason()).contains("10500 articles, of which PubMed tells 9999");
            });
  }

  /** The naive reading takes an empty slice for the end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"esearchresult\":{\"count\":\"7\",\"idlist\":[]}}",
        "{\"error\":\"API rate limit exceeded\",\"count\":\"11\"}",
        "{\"esearchresult\":{\"ERROR\":\"Search Backend failed\"}}"
      })
  void shouldAskAgainWhereASearchSaysNothing(String answer) {
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.AskAgain.class);
  }

  @Test
  void shouldAskAgainWhereAFetchSaysNothing() {
    dialogue.understand(PubmedAnswers.found(1, "42286391"));
    assertThat(dialogue.read(PubmedAnswers.articles())).isInstanceOf(Reading.AskAgain.class);
    assertThat(dialogue.read("<eFetchResult><ERROR>no</ERROR></eFetchResult>"))
        .isEqualTo(new Reading.AskAgain("PubMed tells of an error: no"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Sorry</body></html>",
        "<PubmedArticleSet><PubmedArticle>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><PubmedArticleSet>&b;</PubmedArticleSet>",
        "{}",
        ""
      })
  void shouldUseNothingOfWhatIsNoSetOfArticles(String answer) {
    dialogue.understand(PubmedAnswers.found(1, "42286391"));
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.Unreadable.class);
    assertThat(dialogue.goBeyond(answer)).isTrue();
    assertThat(dialogue.asked()).contains("2026%2F06%2F10");
  }

  @Test
  void shouldRejectAnArticleWithoutATitleAndKeepTheOthers() {
    dialogue.understand(PubmedAnswers.found(2, "1", "42286391"));
    String nameless =
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article/></MedlineCitation></PubmedArticle>";
    Reading.Content content =
        dialogue.understand(PubmedAnswers.articles(nameless, article("2026-6-12"))).content();
    assertThat(content.records()).hasSize(1);
    assertThat(content.rejects())
        .singleElement()
        .satisfies(reject -> assertThat(reject.raw().text()).hasValue(nameless));
  }

  @Test
  void shouldSendTheKeyApartFromTheAddressAndAskMoreOften() {
    assertThat(dialogue("k").request().secretParameters()).isEqualTo(Map.of("api_key", "k"));
    assertThat(dialogue("k").asked()).doesNotContain("api_key");
    assertThat(interval("k")).isEqualTo(Duration.ofMillis(105));
    assertThat(interval("")).isEqualTo(Duration.ofMillis(340));
  }

  private static Duration interval(String apiKey) {
    return new PubmedConfiguration(
            "x",
            apiKey,
            "",
            URI.create("http://e"),
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofDays(3))
        .requestInterval();
  }

  @Test
  void shouldKeepItsCursor() {
    DayCursor cursor =
        DayCursor.first(NOW.atZone(ZoneOffset.UTC).toLocalDate(), NOW).fetch(7, List.of("1", "2"));
    assertThat(DayCursor.parse(cursor.text())).isEqualTo(cursor);
  }
}
