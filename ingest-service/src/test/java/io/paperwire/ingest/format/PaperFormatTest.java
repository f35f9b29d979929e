package io.paperwire.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.text.OrcidId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaperFormatTest {

  private static final PaperFormat FORMAT =
      new PaperFormat("file", new PaperLimits(50, 100, 3, 20, 2));

  private static Parsed<SourceRecord> read(String json) {
    return FORMAT.read(json.getBytes(UTF_8));
  }

  private static SourceRecord valid(String json) {
    return valid(read(json));
  }

  private static SourceRecord valid(Parsed<SourceRecord> parsed) {
    return switch (parsed) {
      case Parsed.Valid<SourceRecord>(SourceRecord record) -> record;
      case Parsed.Invalid<SourceRecord>(Fault fault, String reason) ->
          throw new AssertionError(fault + ": " + reason);
    };
  }

  @Test
  void shouldReadAllFields() {
    SourceRecord paper =
        valid(
            """
            {"id": "arXiv:2401.01234v2", "title": " A  title\\n here", "abstract": "Some text.",
             "authors": ["Ada Lovelace", "Alan Turing"], "categories": ["cs.CL", "cs.AI"],
             "published": "2026-01-31"}
            """);
    assertThat(paper.paperId().value()).isEqualTo("arxiv:2401.01234");
    assertThat(paper.sourceKey()).isEqualTo("2401.01234");
    assertThat(paper.version()).isEqualTo(OptionalInt.of(2));
    assertThat(paper.title()).isEqualTo("A title here");
    assertThat(paper.abstractText()).hasValue("Some text.");
    assertThat(paper.authors())
        .containsExactly(RecordedAuthor.named("Ada Lovelace"), RecordedAuthor.named("Alan Turing"));
    assertThat(paper.categories()).containsExactly("cs.CL", "cs.AI");
    assertThat(paper.dates().published()).hasValue(Instant.parse("2026-01-31T00:00:00Z"));
  }

  @Test
  void shouldCutALineThatWasTakenForAName() {
    assertThat(
            valid(
                    "{\"id\":\"a\",\"title\":\"T\",\"authors\":[\"Ada Lovelaceand Alan Turingand"
                        + " Bo\"]}")
                .authors())
        .containsExactly(RecordedAuthor.named("Ada Lovelaceand Alan"));
  }

  @Test
  void shouldReadAuthorsWithTheirOrcidIds() {
    String authors =
        """
        {"id":"a","title":"T","authors":["Alan Turing",
         {"name":"Ada Lovelace","orcid":"https://orcid.org/0000-0002-1825-0097"},
         {"name":"Bo Du","orcid":null%s}]}
        """;
    RecordedAuthor ada =
        new RecordedAuthor(
            "Ada Lovelace", Optional.of(new OrcidId("0000-0002-1825-0097")), Optional.empty());

    assertThat(valid(authors.formatted("")).authors())
        .containsExactly(RecordedAuthor.named("Alan Turing"), ada, RecordedAuthor.named("Bo Du"));
    assertThat(own(authors.formatted(",\"role\":\"first\"")).paper().authors())
        .containsExactly(RecordedAuthor.named("Alan Turing"), ada, RecordedAuthor.named("Bo Du"));
  }

  @Test
  void shouldReadOfAnOwnFileWhateverHasAnIdAndATitleAndLeaveOutWhatIsFaulty() {
    PaperFormat.Own own =
        own(
            """
            {"id":2401.01230,"title":"T","title":"U","abstract":7,"categories":["cs.CL",null],
             "authors":["Ada",null,{"name":"Bo","orcid":"0"}],"published":"last year"}
            """);

    assertThat(own.paper().sourceKey()).isEqualTo("2401.01230");
    assertThat(own.paper().paperId()).isEqualTo(new CanonicalId("arxiv:2401.01230"));
    assertThat(own.paper().title()).isEqualTo("T");
    assertThat(own.paper().abstractText()).isEmpty();
    assertThat(own.paper().categories()).containsExactly("cs.CL");
    assertThat(own.paper().authors())
        .containsExactly(RecordedAuthor.named("Ada"), RecordedAuthor.named("Bo"));
    assertThat(own.paper().dates().published()).isEmpty();
    assertThat(own.leftOut().orElseThrow().split("; "))
        .extracting(reason -> reason.substring(0, Math.min(20, reason.length())))
        .containsExactly(
            "the field 'title' is",
            "'abstract' must be a",
            "'authors' item 2 mus",
            "'authors' item 3: 'o",
            "'categories' item 2 ",
            "'published' must be ");
  }

  @Test
  void shouldReadTimesWithoutOffsetOfAnOwnFileAloneAsUtc() {
    for (String time :
        List.of("2024-01-15T12:00:00", "2024-01-15 12:00", "2024-01-15T13:00+01:00")) {
      String paper = "{\"id\":\"a\",\"title\":\"T\",\"published\":\"" + time + "\"}";
      assertThat(own(paper).paper().dates().published())
          .hasValue(Instant.parse("2024-01-15T12:00:00Z"));
      assertThat(own(paper).leftOut()).isEmpty();
    }
    assertThat(
            FORMAT.read(
                "{\"id\":\"a\",\"title\":\"T\",\"published\":\"2024-01-15T12:00:00\"}"
                    .getBytes(UTF_8)))
        .isInstanceOf(Parsed.Invalid.class);
  }

  @Test
  void shouldReadAnAbstractOfAnOwnFileInThePlaceOfATitle() {
    PaperFormat.Own own = own("{\"id\":\"a\",\"abstract\":\"We plan.\"}");

    assertThat(own.paper().title()).isEqualTo("We plan.");
    assertThat(own.paper().abstractText()).isEmpty();
    assertThat(own.leftOut()).hasValue("'title' is missing");
    assertThat(FORMAT.readOwn("{\"id\":\"a\"}".getBytes(UTF_8)))
        .isEqualTo(Parsed.invalid(Fault.MISSING_FIELD, "'title' is missing"));
    assertThat(FORMAT.readOwn("{\"id\":null,\"title\":\"T\"}".getBytes(UTF_8)))
        .isEqualTo(Parsed.invalid(Fault.MISSING_FIELD, "'id' is missing"));
  }

  private static PaperFormat.Own own(String json) {
    return switch (FORMAT.readOwn(json.getBytes(UTF_8))) {
      case Parsed.Valid<PaperFormat.Own>(PaperFormat.Own own) -> own;
      case Parsed.Invalid<PaperFormat.Own>(_, String reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void shouldRequireOnlyIdAndTitle() {
    SourceRecord paper =
        valid("{\"id\":\"seed:x\",\"title\":\"T\",\"abstract\":null,\"authors\":null}");
    assertThat(paper.paperId().value()).isEqualTo("seed:x");
    assertThat(paper.abstractText()).isEmpty();
    assertThat(paper.authors()).isEmpty();
    assertThat(paper.dates().published()).isEmpty();
  }

  @Test
  void shouldReadTimestampsWithOffset() {
    assertThat(
            valid("{\"id\":\"a\",\"title\":\"T\",\"published\":\"2026-01-31T12:00:00+02:00\"}")
                .dates()
                .published())
        .hasValue(Instant.parse("2026-01-31T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"a\",\"titel\":\"T\",\"title\":\"T\"} | UNKNOWN_FIELD | unknown field 'titel':"
            + " did you mean 'title'?",
        "{\"id\":\"a\",\"title\":\"T\",\"summary\":\"x\"} | UNKNOWN_FIELD | unknown field"
            + " 'summary': did you mean 'abstract'?",
        "{\"id\":\"a\",\"title\":\"T\",\"Authors\":[]} | UNKNOWN_FIELD | unknown field 'Authors':"
            + " did you mean 'authors'?",
        "{\"id\":\"a\",\"title\":\"T\",\"zzzzzz\":1} | UNKNOWN_FIELD | unknown field 'zzzzzz': the"
            + " fields are id, title, abstract, authors, categories, published",
        "{\"id\":\"a\",\"title\":\"T\",\"title\":\"U\"} | DUPLICATE_FIELD | the field 'title' is"
            + " there more than once",
        "{\"title\":\"T\"} | MISSING_FIELD | 'id' is missing",
        "{\"id\":\"a\"} | MISSING_FIELD | 'title' is missing",
        "{\"id\":\"a\",\"title\":\"  \"} | WRONG_VALUE | 'title' is empty",
        "{\"id\":\"a\",\"title\":7} | WRONG_TYPE | 'title' must be a string, not the number 7",
        "{\"id\":[\"a\"],\"title\":\"T\"} | WRONG_TYPE | 'id' must be a string, not an array",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":\"Ada\"} | WRONG_TYPE | 'authors' must be an"
            + " array of strings or of objects with name and orcid, not a string",
        "{\"id\":\"a\",\"title\":\"T\",\"categories\":[\"cs.CL\",{}]} | WRONG_TYPE | 'categories'"
            + " item 2 must be a string, not an object",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":[\"Ada\",7]} | WRONG_TYPE | 'authors' item 2"
            + " must be a string, not the number 7",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":[\"Ada\",{}]} | MISSING_FIELD | 'authors' item"
            + " 2: 'name' is missing",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":[{\"name\":\"A\",\"orcidId\":\"\"}]} |"
            + " UNKNOWN_FIELD | 'authors' item 1: unknown field 'orcidId': did you mean 'orcid'?",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":[{\"name\":\"A\",\"orcid\":\"0000-0002-1825-0098\"}]}"
            + " | WRONG_VALUE | 'authors' item 1: 'orcid' must be an ORCID iD such as"
            + " 0000-0002-1825-0097, not '0000-0002-1825-0098', which is mistyped: its check digit"
            + " does not fit",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":[{\"name\":\"A\",\"orcid\":\"A-1\"}]} |"
            + " WRONG_VALUE | 'authors' item 1: 'orcid' must be an ORCID iD such as"
            + " 0000-0002-1825-0097, not 'A-1'",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":[\" \"]} | WRONG_VALUE | 'authors' item 1 is"
            + " empty",
        "{\"id\":\"a\",\"title\":\"T\",\"authors\":[\"a\",\"b\",\"c\",\"d\"]} | TOO_LARGE |"
            + " 'authors' has 4 items, the limit is 3",
        "{\"id\":\"a\",\"title\":\"T\",\"published\":\"yesterday\"} | WRONG_VALUE | 'published'"
            + " must be a date such as 2026-01-31 or a timestamp such as 2026-01-31T12:00:00Z, not"
            + " 'yesterday'",
        "{\"id\":\"a\",\"title\":\"T\",\"published\":\"2026-02-30\"} | WRONG_VALUE | 'published'"
            + " must be a date such as 2026-01-31 or a timestamp such as 2026-01-31T12:00:00Z, not"
            + " '2026-02-30'",
        "{\"id\":\"a\",\"title\":\"T\",\"published\":\"+999999999-01-01T00:00:00Z\"} | WRONG_VALUE"
            + " | 'published' must lie between 1600 and 2199, not '+999999999-01-01T00:00:00Z'",
        "{\"id\":\"a\",\"title\":\"T\",\"published\":\"1599-12-31\"} | WRONG_VALUE | 'published'"
            + " must lie between 1600 and 2199, not '1599-12-31'",
        "{\"id\":\"arXiv:1\",\"title\":\"T\"} | WRONG_VALUE | 'arXiv:1' is no arXiv id, such as"
            + " arXiv:2401.01234",
        "{\"id\":\"a\",\"title\":\"T\\u0000U\"} | WRONG_VALUE | 'title' holds NUL, which no text"
            + " holds",
        "{\"id\":\"a\",\"title\":\"T\\ud800U\"} | WRONG_VALUE | 'title' holds half a surrogate"
            + " pair",
        "[] | WRONG_TYPE | expected a JSON object, found an array",
        "null | WRONG_TYPE | expected a JSON object, found null",
        "{\"id\":\"a\",\"title\":\"T\"} x | MALFORMED_JSON | no JSON at column 25: Unrecognized"
            + " token 'x': was expecting (JSON String, Number, Array, Object or token 'null',"
            + " 'true' or 'false')",
        "{\"id\":\"a\",\"title\":\"T\"} {} | MALFORMED_JSON | more follows after the first value,"
            + " at column 24",
        "{\"id\":\"a\", | MALFORMED_JSON | no JSON at column 11: Unexpected end-of-input"
            + " within/between Object entries",
      })
  void shouldSayWhatIsWrong(String json, Fault fault, String reason) {
    assertThat(read(json)).isEqualTo(Parsed.invalid(fault, reason));
  }

  @Test
  void shouldSayAllThatIsWrong() {
    assertThat(read("{\"titel\":\"T\",\"authors\":1}"))
        .isEqualTo(
            Parsed.invalid(
                Fault.UNKNOWN_FIELD,
                "unknown field 'titel': did you mean 'title'?; 'id' is missing; 'title' is missing;"
                    + " 'authors' must be an array of strings or of objects with name and orcid,"
                    + " not the number 1"));
  }

  @Test
  void shouldSayLimitAndSize() {
    String json = "{\"id\":\"a\",\"title\":\"T\",\"abstract\":\"" + "x".repeat(101) + "\"}";
    assertThat(read(json))
        .isEqualTo(
            Parsed.invalid(Fault.TOO_LARGE, "'abstract' has 101 characters, the limit is 100"));
  }

  /** Each part keeps within its limit, but characters are not bytes. */
  @Test
  void shouldLimitTheWholeInBytes() {
    String author = "\"" + "\u6797".repeat(100) + "\"";
    PaperFormat format = new PaperFormat("file", PaperLimits.STANDARD);
    assertThat(format.read(withAuthors(author, 2_900))).isInstanceOf(Parsed.Valid.class);
    assertThat(format.read(withAuthors(author, 5_000)))
        .isEqualTo(
            Parsed.invalid(
                Fault.TOO_LARGE,
                "the whole paper has 1531026 bytes (5000 authors, 0 links), the limit is 900000"));
  }

  private static byte[] withAuthors(String author, int count) {
    String authors = String.join(",", Collections.nCopies(count, author));
    return ("{\"id\":\"a\",\"title\":\"T\",\"authors\":[" + authors + "]}").getBytes(UTF_8);
  }

  @Test
  void shouldNotTellOfEveryFaultOfAMillion() {
    String fields = "\"x\":1,".repeat(1_000) + "\"y\":1";
    assertThat(read("{" + fields + "}"))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class, invalid -> assertThat(invalid.reason()).hasSizeLessThan(1_000));
    String names =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "\"x" + i + "\":1")
            .collect(Collectors.joining(","));
    assertThat(read("{" + names + "}"))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class,
            invalid ->
                assertThat(invalid.reason())
                    .hasSizeLessThan(4_000)
                    .endsWith("; and 982 more faults"));
  }

  @Test
  void shouldRefuseBytesThatAreNoUtf8() {
    assertThat(FORMAT.read("{\"id\":\"a\",\"title\":\"é\"}".getBytes(ISO_8859_1)))
        .isEqualTo(
            Parsed.invalid(
                Fault.INVALID_UTF8, "byte 20 (0xE9) is no UTF-8: save the text as UTF-8"));
    assertThat(read("{\"id\":\"a\",\u0000\"title\":\"T\"}"))
        .isEqualTo(Parsed.invalid(Fault.INVALID_UTF8, "character 11 is NUL, which no text holds"));
  }

  @Test
  void shouldRefuseDeepNesting() {
    assertThat(read("[".repeat(1000)))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class,
            invalid -> assertThat(invalid.fault()).isEqualTo(Fault.MALFORMED_JSON));
  }

  @Test
  void shouldMakeTheSameKeyOfTheSameTitle() {
    assertThat(
            valid(FORMAT.read("Model Editing: with “Canonical” Examples", "x")).paperId().value())
        .isEqualTo("file:model-editing-with-canonical-examples");
    assertThat(PaperFormat.keyOf("  model editing -- With canonical examples!"))
        .isEqualTo("model-editing-with-canonical-examples");
    assertThat(PaperFormat.keyOf("Über 深層 学習")).isEqualTo("über-深層-学習");
  }

  @Test
  void shouldTellLongTitlesApart() {
    String start = "word ".repeat(30);
    assertThat(PaperFormat.keyOf(start + "one"))
        .hasSize(50 + 1 + 36)
        .isNotEqualTo(PaperFormat.keyOf(start + "two"));
    assertThat(PaperFormat.keyOf("???")).isNotEqualTo(PaperFormat.keyOf("!!!")).hasSize(36);
  }
}
