package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class TagCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldAnswerEachPaperInItsOrder() throws IOException {
    int code =
        run(
            """
            {"id":"arxiv:2401.00001","title":"A survey of machine translation","categories":["cs.CL"]}
            {"id":"arxiv:2401.00002","title":"Grasping with robot hands","announced":"2024-01-01"}
            """);

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    List<JsonNode> answers = answers();
    assertThat(answers)
        .extracting(answer -> answer.path("id").asText())
        .containsExactly("arxiv:2401.00001", "arxiv:2401.00002");
    JsonNode first = answers.getFirst();
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("id", "topics", "kind", "categories");
    assertThat(first.path("topics").path(0).path("label").asText())
        .isEqualTo("Machine translation");
    assertThat(first.path("topics").path(0).path("evidence").path(0).asText())
        .isEqualTo("machine translation");
    assertThat(first.path("kind").asText()).isEqualTo("survey");
    assertThat(first.path("categories").path(0).path("category").asText()).isEqualTo("cs.CL");
    assertThat(first.path("categories").size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void shouldNameEachPaperByTheIdAsItWasGiven() throws IOException {
    int code =
        run(
            """
            {"id":"2401.00001v2","title":"A survey of machine translation"}
            {"id":"arxiv:1510.0420900000001","title":"Grasping with robot hands"}
            {"id":42,"title":"Grasping with robot hands"}
            {"id":" e\u0301  1 ","title":"Grasping with robot hands"}
            """);

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(answers())
        .extracting(answer -> answer.path("id").asText())
        .containsExactly("2401.00001v2", "arxiv:1510.0420900000001", "42", " e\u0301  1 ");
  }

  @Test
  void shouldAnswerPapersOfWhichAPartIsFaultyAndTellOfTheFirst() {
    String paper = "{\"id\":\"1\",\"title\":\"Robot hands\",\"authors\":[\"A\",null]}\n";

    assertThat(run(paper.repeat(25), "--no-vectors")).isZero();
    assertThat(answers()).hasSize(25);
    assertThat(errors.toString().lines())
        .hasSize(21)
        .startsWith("standard input line 1, left out: 'authors' item 2 must be a string, not null")
        .endsWith("standard input: something was left out of 25 papers in all");
  }

  @Test
  void shouldAnswerBeforeItWaitsForMore() {
    List<Integer> answered = new ArrayList<>();
    InputStream dialogue =
        new InputStream() {
          private InputStream said = InputStream.nullInputStream();

          @Override
          public int available() throws IOException {
            return said.available();
          }

          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            if (said.available() == 0 && answered.size() < 3) {
              answered.add(answers().size());
              String paper = "{\"id\":\"%d\",\"title\":\"Robot hands\"}\n";
              said = bytes(paper.formatted(answered.size()));
            }
            return said.read(bytes, from, length);
          }
        };

    assertThat(run(dialogue)).isZero();
    assertThat(answered).containsExactly(0, 1, 2);
    assertThat(answers()).hasSize(3);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldPassOverAByteOrderMarkBeforeTheFirstPaper() throws IOException {
    int code = run("\uFEFF{\"id\":\"1\",\"title\":\"Robot hands\"}\r\n");

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(answers()).hasSize(1);
  }

  @Test
  void shouldAddTheVectorOfTheRecordsIfAsked() throws IOException {
    int code =
        run(
            """
            {"id":"x:1","title":"Robot hands","abstract":"Grasping with soft robot hands."}
            {"id":"x:2","title":"Grasping with soft hands of robots"}
            {"id":"x:3","title":"Black holes in dwarf galaxies"}
            """,
            "--vector");

    assertThat(code).isZero();
    JsonNode answer = answers().getFirst();
    assertThat(answer.path("model").asText()).isEqualTo("all-minilm-l6-v2-q");
    assertThat(answer.path("modelVersion").asText()).isEqualTo("1.256");
    assertThat(answer.path("vector").size()).isEqualTo(384);
    assertThat(cosine(0, 0)).isCloseTo(1, within(1e-5));
    assertThat(cosine(0, 1)).isGreaterThan(cosine(0, 2) + 0.3);
  }

  @Test
  void shouldJudgeTheVectorOfEachPaperUnlessItIsToldNotTo() throws IOException {
    String with =
        "{\"id\":\"x:1\",\"title\":\"Malicious software on phones\",\"categories\":[\"cs.CL\"]}\n";
    String without = "{\"id\":\"x:1\",\"title\":\"Malicious software on phones\"}\n";

    run(with + without);
    run(without, "--no-vectors");

    assertThat(answers())
        .extracting(answer -> answer.path("categories").path(0).path("category").asText())
        .as("with categories, without, by words alone")
        .containsExactly("cs.CR", "cs.CR", "cs.SE");
  }

  @Test
  void shouldTellATopicThatAPaperMeansAndNamesNowhere() throws IOException {
    String paper =
        "{\"id\":\"x:1\",\"title\":\"Who scores next?\",\"abstract\":\"We predict the outcome of"
            + " soccer matches from positions of players and ball, and tell coaches when to"
            + " substitute a player.\"}\n";

    run(paper);
    run(paper, "--no-vectors");

    JsonNode meant = answers().getFirst().path("topics").path(0);
    assertThat(meant.path("topic").asText()).isEqualTo("sports-analytics");
    assertThat(meant.path("evidence").path(0).asText()).startsWith("like “");
    assertThat(answers().getLast().path("topics")).isEmpty();
  }

  @Test
  void shouldRefuseToAddAVectorThatIsNotToBeComputed() throws IOException {
    assertThat(run("", "--vector", "--no-vectors")).isEqualTo(1);
    assertThat(errors.toString())
        .isEqualTo("paperwire: --vector and --no-vectors exclude each other\n");
  }

  /** Of the vectors of two answers. */
  private double cosine(int one, int other) {
    JsonNode left = answers().get(one).path("vector");
    JsonNode right = answers().get(other).path("vector");
    double sum = 0;
    for (int i = 0; i < left.size(); i++) {
      sum += left.path(i).asDouble() * right.path(i).asDouble();
    }
    return sum;
  }

  @Test
  void shouldReportALineThatIsNoPaperAndGoOn() throws IOException {
    int code = run("nonsense\n{\"id\":\"x:1\",\"title\":\"Grasping\"}\n{\"id\":\"x:2\"}\n");

    assertThat(code).isEqualTo(1);
    assertThat(answers()).hasSize(1);
    assertThat(errors.toString())
        .contains("standard input line 1: ", "standard input line 3: 'title' is missing");
  }

  private List<JsonNode> answers() {
    JsonMapper json = new JsonMapper();
    return out.toString()
        .lines()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (IOException e) {
                throw new AssertionError(line, e);
              }
            })
        .toList();
  }

  private int run(String papers, String... options) {
    return run(bytes(papers), options);
  }

  private int run(InputStream papers, String... options) {
    InputStream before = System.in;
    System.setIn(papers);
    try {
      CommandLine commandLine =
          Paperwire.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
      return commandLine.execute(
          Stream.concat(Stream.of("tag"), Stream.of(options)).toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
  }
}
