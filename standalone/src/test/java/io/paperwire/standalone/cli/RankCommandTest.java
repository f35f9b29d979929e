package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RankCommandTest {

  private static final String PAPERS =
      """
      {"id":"1","title":"Gaussian splatting of streets","announced":"2025-10-01"}
      {"id":"2","title":"Language agents","abstract":"They plan.","categories":["cs.CL"]}
      {"id":3,"title":"Gaussian splatting, faster"}
      {"id":"arxiv:2401.00001","title":"Planning language agents"}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("papers"), PAPERS);
  }

  @Test
  void shouldRankAllPapersThatAreNotInTheProfileBestFirst() throws IOException {
    int code = rank("{\"id\":\"u\",\"likes\":[\"1\"]}\n", "--no-vectors");

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().strip())
        .isEqualTo("{\"id\":\"u\",\"ranked\":[\"3\",\"2\",\"arxiv:2401.00001\"]}");
  }

  @Test
  void shouldRankTheCandidatesOfTheProfileOrElseThoseOfTheFile() throws IOException {
    Path candidates = Files.writeString(folder.resolve("candidates"), "[\"3\",\"2\"]");

    int code =
        rank(
            """
            {"id":"own","likes":["2"],"candidates":["1","arxiv:2401.00001"]}
            {"id":"file","likes":["1"],"dislikes":[]}
            """,
            "--no-vectors",
            "--candidates",
            candidates.toString());

    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"id\":\"own\",\"ranked\":[\"arxiv:2401.00001\",\"1\"]}",
            "{\"id\":\"file\",\"ranked\":[\"3\",\"2\"]}");
  }

  @Test
  void shouldPassOverTheByteOrderMarkOfAFileOfCandidates() throws IOException {
    Path candidates = Files.writeString(folder.resolve("candidates"), "\uFEFF[\"2\"]\r\n");

    int code =
        rank(
            "{\"id\":\"u\",\"likes\":[\"1\"]}\n",
            "--no-vectors",
            "--candidates",
            candidates.toString());

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().strip()).isEqualTo("{\"id\":\"u\",\"ranked\":[\"2\"]}");
  }

  @Test
  void shouldReportWhatIsUnknownAndRankTheRest() throws IOException {
    int code =
        rank(
            """
            {"id":"u","likes":["1","nowhere"]}
            {"likes":["1"]}
            {"id":"v","likes":["nowhere"],"candidates":["2"]}
            """,
            "--no-vectors",
            "--top",
            "1");

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString().lines())
        .containsExactly(
            folder.resolve("profiles") + " line 2: \"id\" is missing",
            "profile u: there is no paper with the id nowhere");
    assertThat(out.toString().lines())
        .containsExactly("{\"id\":\"u\",\"ranked\":[\"3\"]}", "{\"id\":\"v\",\"ranked\":[\"2\"]}");
  }

  @Test
  void shouldLeaveOutWhatIsNoIdAndTakeNumbersAsTheyAreWritten() throws IOException {
    Files.writeString(
        folder.resolve("papers"), PAPERS + "{\"id\":4.10,\"title\":\"Gaussian streets\"}\n");
    int code =
        rank("{\"id\":7,\"likes\":[\"1\",null,[]],\"candidates\":[3,4.10]}\n", "--no-vectors");

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString().lines())
        .containsExactly(
            folder.resolve("profiles") + " line 1: \"likes\" holds no id: null",
            folder.resolve("profiles") + " line 1: \"likes\" holds no id: an array");
    assertThat(out.toString())
        .startsWith("{\"id\":\"7\",\"ranked\":[")
        .contains("\"3\"", "\"4.10\"");
  }

  @Test
  void shouldReportWhatFollowsAfterTheFirstValue() throws IOException {
    Files.writeString(
        folder.resolve("papers"),
        PAPERS + "{\"id\":8,\"title\":\"A\"}{\"id\":9,\"title\":\"B\"}\n");
    Path candidates = Files.writeString(folder.resolve("candidates"), "[\"2\"][\"3\"]");

    int code =
        rank(
            "{\"id\":\"u\"} {\"id\":\"v\"}\n",
            "--no-vectors",
            "--candidates",
            candidates.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(errors.toString().lines())
        .containsExactly(
            folder.resolve("profiles")
                + " line 1: more follows after the first value, at column 12",
            folder.resolve("papers") + " line 5: more follows after the first value, at column 21",
            candidates + ": more follows after the first value, at column 6");
  }

  @Test
  void shouldTakeAnyNameOfAPaper() throws IOException {
    Path candidates = Files.writeString(folder.resolve("candidates"), "[\"2401.00001v3\",\"1\"]");

    int code =
        rank(
            """
            {"id":"own","likes":["https://arxiv.org/abs/2401.00001"],"candidates":["2","1"]}
            {"id":"file","likes":["2"]}
            """,
            "--no-vectors",
            "--candidates",
            candidates.toString());

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"id\":\"own\",\"ranked\":[\"2\",\"1\"]}",
            "{\"id\":\"file\",\"ranked\":[\"arxiv:2401.00001\",\"1\"]}");
  }

  @Test
  void shouldKeepTheFirstOfPapersWithOneIdAndReportTheOthers() throws IOException {
    Files.writeString(
        folder.resolve("papers"), PAPERS + "{\"id\":\"2\",\"title\":\"Gaussian splatting\"}\n");

    int code = rank("{\"id\":\"u\",\"likes\":[\"1\"]}\n", "--no-vectors");

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString().strip())
        .isEqualTo(folder.resolve("papers") + " line 5: there is a paper with the id 2 already");
    assertThat(out.toString()).contains("[\"3\",\"2\",\"arxiv:2401.00001\"]");
  }

  @Test
  void shouldSayWhatAProfileIsAboutAndWhyAPaperIsLikeIt() throws IOException {
    int code = rank("{\"id\":\"u\",\"likes\":[\"1\"]}\n", "--no-vectors", "--top", "1", "--why");

    assertThat(code).isZero();
    assertThat(out.toString().strip())
        .isEqualTo(
            "{\"id\":\"u\",\"ranked\":[\"3\"],\"words\":[\"Gaussian splatting of streets\"],"
                + "\"why\":[{\"id\":\"3\",\"near\":\"1\",\"words\":[\"Gaussian splatting\"]}]}");
  }

  @Test
  void shouldReadGzippedFiles() throws IOException {
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("papers")))) {
      gzip.write(PAPERS.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(rank("{\"id\":\"u\",\"likes\":[\"2\"]}\n", "--no-vectors", "--top", "1")).isZero();
    assertThat(out.toString().strip())
        .isEqualTo("{\"id\":\"u\",\"ranked\":[\"arxiv:2401.00001\"]}");
  }

  @Test
  void shouldKeepVectorsForTheNextRun() throws IOException {
    Path cache = folder.resolve("cache");
    String profile = "{\"id\":\"u\",\"likes\":[\"2\"]}\n";

    assertThat(rank(profile, "--cache", cache.toString())).isZero();
    String first = out.toString();
    List<Path> kept = list(cache);
    long bytes = Files.size(kept.getFirst());
    out.getBuffer().setLength(0);
    assertThat(rank(profile, "--cache", cache.toString())).isZero();

    assertThat(first).startsWith("{\"id\":\"u\",\"ranked\":[\"arxiv:2401.00001\"");
    assertThat(out.toString()).isEqualTo(first);
    assertThat(list(cache)).isEqualTo(kept).hasSize(1);
    assertThat(Files.size(kept.getFirst())).isEqualTo(bytes);
  }

  @Test
  void shouldRefuseCandidatesThatAreNoArray() throws IOException {
    Path candidates = Files.writeString(folder.resolve("candidates"), "{\"ids\":[]}");

    int code = rank("{\"id\":\"u\",\"likes\":[\"1\"]}\n", "--candidates", candidates.toString());

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .contains("candidates are a JSON array of ids, such as [\"arxiv:2401.01234\"]");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private int rank(String profiles, String... options) throws IOException {
    Path profileFile = Files.writeString(folder.resolve("profiles"), profiles);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "rank",
                "--profiles",
                profileFile.toString(),
                "--papers",
                folder.resolve("papers").toString()));
    arguments.addAll(Arrays.asList(options));
    return Paperwire.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(arguments.toArray(String[]::new));
  }
}
