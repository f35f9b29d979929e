package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of a paper of a file is what would hold of it in the stream. */
final class MatchOfFilesTest {

  private static final String PAPERS =
      """
      {"id":"x:code","title":"Graph networks","abstract":"See https://github.com/ada/engine.",\
      "authors":[{"name":"Ada Lovelace","orcid":"0000-0002-1825-0097"}]}
      {"id":"x:none","title":"Graph searches","abstract":"A study."}
      {"id":"x:match","title":"Who scores next?","abstract":"We predict the outcome of soccer\
       matches from positions of players and ball, and tell coaches when to substitute a player."}
      {"id":"x:gone","title":"Graph errors","abstract":"This paper has been withdrawn by us."}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldFindCodeInTheAbstract() throws IOException {
    assertThat(caught("graph code:yes")).containsExactly("x:code");
    assertThat(caught("graph NOT code:yes")).containsExactly("x:none");
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void shouldTakeAPaperAsAnnouncedUnlessItSaysThatItWasWithdrawn() throws IOException {
    assertThat(caught("graph kind:announced")).containsExactly("x:code", "x:none");
    assertThat(caught("graph")).containsExactly("x:code", "x:none");
    assertThat(caught("graph kind:revised")).isEmpty();
  }

  @Test
  void shouldSayThatWithdrawnPapersAreNotTold() throws IOException {
    run("{\"id\":\"mine\",\"query\":\"graph\"}\n", "--why-not", "x:gone");

    assertThat(out.toString())
        .isEqualTo(
            "{\"id\":\"mine\",\"paper\":\"x:gone\",\"matches\":false,\"because\":\"it was"
                + " withdrawn, and withdrawn papers are not told\"}\n");
  }

  @Test
  void shouldSayOnceWhatAFileDoesNotTell() throws IOException {
    run(
        """
        {"id":"one","query":"graph trending"}
        {"id":"two","query":"graph NOT trending"}
        """);

    assertThat(errors.toString().lines())
        .containsExactly(
            folder.resolve("interests.jsonl")
                + ": 'trending' never holds here: a file does not tell how much attention a paper"
                + " gets");
  }

  @Test
  void shouldKnowAnAuthorByTheOrcidIdThatTheFileGives() throws IOException {
    assertThat(caught("au:0000-0002-1825-0097")).containsExactly("x:code");
    assertThat(caught("au:0000-0002-1694-233X")).isEmpty();
    assertThat(errors.toString()).isEmpty();
  }

  /** The first record of a paper is judged by its words, and the second by its vector as well. */
  @Test
  void shouldKnowTheTopicsThatAPaperMeansAndNamesNowhere() throws IOException {
    String interest = "{\"id\":\"mine\",\"topic\":\"sports-analytics\"}\n";

    run(interest);
    assertThat(out.toString()).contains("\"x:match\"", "like “");
    out.getBuffer().setLength(0);
    run(interest, "--why-not", "x:match");
    assertThat(out.toString()).contains("\"matches\":true");

    out.getBuffer().setLength(0);
    run(interest, "--no-vectors");
    assertThat(out.toString()).isEqualTo("{\"id\":\"mine\",\"papers\":[]}\n");
  }

  @Test
  void shouldComputeNoVectorsForInterestsThatTheyCannotTellOf() throws IOException {
    caught("graph code:yes");
    assertThat(folder.resolve("vectors")).doesNotExist();

    caught("topic:sports-analytics");
    assertThat(folder.resolve("vectors")).isDirectory();
  }

  private List<String> caught(String query) throws IOException {
    out.getBuffer().setLength(0);
    assertThat(run("{\"id\":\"mine\",\"query\":\"" + query + "\"}\n")).isZero();
    return Stream.of("x:code", "x:none", "x:gone")
        .filter(id -> out.toString().contains('"' + id + '"'))
        .toList();
  }

  private int run(String interests, String... more) throws IOException {
    Path interestFile = Files.writeString(folder.resolve("interests.jsonl"), interests);
    Path paperFile = Files.writeString(folder.resolve("papers.jsonl"), PAPERS);
    Stream<String> arguments =
        Stream.of(
            "match",
            "--interests",
            interestFile.toString(),
            "--papers",
            paperFile.toString(),
            "--cache",
            folder.resolve("vectors").toString());
    return Paperwire.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }
}
