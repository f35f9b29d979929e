package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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

  private int run(String interests, String... more) throws IOException {
    Path interestFile = Files.writeString(folder.resolve("interests.jsonl"), interests);
    Path paperFile = Files.writeString(folder.resolve("papers.jsonl"), papers);
    CommandLine commandLine =
        Paperwire.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "match", "--interests", interestFile.toString(), "--papers", paperFile.toString()));
    arguments.addAll(List.of(more));
    return commandLine.execute(arguments.toArray(String[]::new));
  }
}
