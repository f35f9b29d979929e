package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatchCommandTest {

  private static final String PAPERS =
      """
      {"id":"arxiv:2401.00001","title":"Graph networks","abstract":"A study.","categories":["cs.LG"]}
      {"id":"arxiv:2401.00002","title":"A survey of graph networks","categories":["cs.LG"]}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private String papers = PAPERS;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldTellWhatAQueryWouldHaveCaughtAndWhy() throws IOException {
    int code =
        run("{\"id\":\"mine\",\"query\":\"ti:\\\"graph network\\\" cat:cs.* NOT survey\"}\n");

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().strip())
        .isEqualTo(
            "{\"id\":\"mine\",\"papers\":[{\"id\":\"arxiv:2401.00001\",\"title\":\"Graph"
                + " networks\",\"score\":0.9,\"evidence\":[\"Graph networks; cs.LG\"]}]}");
  }

  @Test
  void shouldPointAtAMistakeInAQueryAndAnswerTheOthers() throws IOException {
    int code =
        run(
            """
            {"id":"mine","query":"graph or network"}
            {"id":"other","query":"graph"}
            """);

    assertThat(code).isEqualTo(1);
    assertThat(out.toString().lines()).singleElement().asString().startsWith("{\"id\":\"other\"");
    assertThat(errors.toString())
        .contains(
            "interests.jsonl line 1: at position 7: 'or' may be a word or the operator; expected OR"
                + " for the operator or \"or\" for the word",
            "graph or network");
  }

  @Test
  void shouldReportWhatFollowsAfterAnInterest() throws IOException {
    int code =
        run(
            """
            {"id":"one","query":"graph"} {"id":"two","query":"graph"}
            {"id":"three","query":"graph"}
            """);

    assertThat(code).isEqualTo(1);
    assertThat(out.toString().lines()).singleElement().asString().startsWith("{\"id\":\"three\"");
    assertThat(errors.toString())
        .endsWith("interests.jsonl line 1: more follows after the first value, at column 30\n");
  }

  @Test
  void shouldSayThatThereIsNoInterest() throws IOException {
    assertThat(run("{\"id\":\"mine\",\"query\":\"(\"}\n")).isNotZero();
    assertThat(errors.toString()).contains("there is no interest in ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldTellOfEachInterestWhyAPaperIsNotCaught() throws IOException {
    int code =
        run(
            """
            {"id":"one","phrase":"graph networks"}
            {"id":"two","query":"graph NOT cat:cs.*"}
            {"id":"three","author":"Ada Lovelace"}
            """,
            "--why-not",
            "arxiv:2401.00001");

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"id\":\"one\",\"paper\":\"arxiv:2401.00001\",\"matches\":true,\"evidence\":[\"Graph"
                + " networks\"]}",
            "{\"id\":\"two\",\"paper\":\"arxiv:2401.00001\",\"matches\":false,\"because\":\"it has"
                + " 'cs.LG', and that was ruled out\"}",
            "{\"id\":\"three\",\"paper\":\"arxiv:2401.00001\",\"matches\":false,\"because\":\"no"
                + " author is called Ada Lovelace\"}");
  }

  @Test
  void shouldSayByItsCodeThatALineIsNoPaperWhenItIsAskedWhyNot() throws IOException {
    papers += "nonsense\n";

    int code = run("{\"id\":\"one\",\"phrase\":\"graph\"}\n", "--why-not", "arxiv:2401.00001");

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString()).contains("papers.jsonl line 3: ");
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void shouldSayThatThePaperInQuestionIsNotThere() throws IOException {
    assertThat(run("{\"id\":\"one\",\"phrase\":\"graph\"}\n", "--why-not", "arxiv:0")).isNotZero();
    assertThat(errors.toString()).contains("there is no paper 'arxiv:0' in ");
  }

  @Test
  void shouldRoundScoresAndSayHowSureItIsOfAnAuthor() throws IOException {
    papers = "{\"id\":\"x:1\",\"title\":\"Graphs\",\"authors\":[\"Ada Lovelace\"]}\n";

    run("{\"id\":\"mine\",\"query\":\"au:Lovelace graph\"}\n");

    assertThat(out.toString())
        .contains("\"score\":0.3,\"evidence\":[\"perhaps Ada Lovelace; Graphs\"]");
  }

  @Test
  void shouldKeepTheFirstOfPapersWithOneIdAndReportTheOthers() throws IOException {
    papers += "{\"id\":\"arxiv:2401.00001\",\"title\":\"Other graphs\"}\n";
    String interest = "{\"id\":\"one\",\"phrase\":\"networks\"}\n";

    assertThat(run(interest)).isEqualTo(1);
    assertThat(run(interest, "--why-not", "2401.00001")).isEqualTo(1);

    String report =
        folder.resolve("papers.jsonl")
            + " line 3: there is a paper with the id arxiv:2401.00001 already";
    assertThat(errors.toString().lines()).containsExactly(report, report);
    assertThat(out.toString().lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"evidence\":[\"networks\"]")
                    .doesNotContain("Other graphs"));
  }

  @Test
  void shouldTakeAnyNameOfThePaperThatItIsAskedAbout() throws IOException {
    for (String name :
        List.of(
            "2401.00001",
            "arXiv:2401.00001v2",
            "https://arxiv.org/abs/2401.00001v1",
            "arxiv:2401.00001")) {
      int code = run("{\"id\":\"one\",\"phrase\":\"graph networks\"}\n", "--why-not", name);

      assertThat(errors.toString()).isEmpty();
      assertThat(code).isZero();
      assertThat(out.toString()).contains("\"paper\":\"" + name + "\",\"matches\":true");
    }
  }

  @Test
  void shouldSuggestTopicsForOneThatIsNotThere() throws IOException {
    int code =
        run(
            """
            {"id":"one","topic":"rag"}
            {"id":"two","topic":"xyzzy"}
            {"id":"three","phrase":"graph"}
            """);

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .contains(" line 1: there is no topic 'rag'; expected retrieval-augmented-generation")
        .contains(" line 2: there is no topic 'xyzzy'\n");
  }

  @Test
  void shouldRefuseWhatMostPapersHave() throws IOException {
    int code =
        run(
            """
            {"id":"one","query":"graph OR kind:announced"}
            {"id":"two","query":"graph AND kind:announced"}
            """);

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .contains(
            " line 1: the interest 'graph OR kind:announced' is not taken: it asks only for what"
                + " most papers have")
        .hasLineCount(1);
  }

  @Test
  void shouldReadStandardInputWhereItIsNamed() throws IOException {
    Path interests =
        Files.writeString(
            folder.resolve("interests.jsonl"), "{\"id\":\"one\",\"phrase\":\"survey\"}\n");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((PAPERS + "{}\n").getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(execute("--interests", interests.toString(), "--papers", "-")).isEqualTo(1);
    } finally {
      System.setIn(before);
    }
    assertThat(errors.toString()).startsWith("standard input line 3: ").hasLineCount(1);
    assertThat(out.toString()).contains("arxiv:2401.00002");
  }

  @Test
  void shouldReadStandardInputOnce() {
    assertThat(execute("--interests", "-", "--papers", "-")).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo("paperwire: '-' is standard input, which can be read once; name other files\n");
  }

  private int run(String interests, String... more) throws IOException {
    Path interestFile = Files.writeString(folder.resolve("interests.jsonl"), interests);
    Path paperFile = Files.writeString(folder.resolve("papers.jsonl"), papers);
    List<String> arguments =
        new ArrayList<>(
            List.of("--interests", interestFile.toString(), "--papers", paperFile.toString()));
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return Paperwire.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(Stream.concat(Stream.of("match"), Stream.of(arguments)).toArray(String[]::new));
  }
}
