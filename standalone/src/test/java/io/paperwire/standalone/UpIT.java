package io.paperwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command for real use: what it was given is there after the next start. */
@Execution(ExecutionMode.CONCURRENT)
final class UpIT {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern WEB = Pattern.compile("web page +(\\S+)");
  private static final Pattern SUBMISSIONS =
      Pattern.compile("and +(\\S+/api/papers), with the key");
  private static final int STOPPED = 128 + 15;

  @TempDir private Path folder;

  @AutoClose private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldKeepAPaperUntilTheNextStart() throws Exception {
    File first = folder.resolve("first.txt").toFile();
    run(
        first,
        () -> {
          assertThat(status(submission(find(SUBMISSIONS, first)))).isEqualTo(200);
          awaitPaper(first);
        });

    File second = folder.resolve("second.txt").toFile();
    run(second, () -> awaitPaper(second));

    assertThat(Program.workingIn(folder)).isEmpty();
  }

  /** What is done with a running system. */
  @FunctionalInterface
  private interface Use {
    void make() throws IOException, InterruptedException;
  }

  /** Starts all on the same data, and stops it as Ctrl-C does. */
  private void run(File output, Use use) throws IOException, InterruptedException {
    Process process =
        Program.start(output, List.of(), "up", "--free-ports", "--data", data().toString());
    try {
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  !process.isAlive()
                      || Files.readString(output.toPath()).contains("Ctrl-C stops everything"));
      assertThat(process.isAlive()).as(Files.readString(output.toPath())).isTrue();
      use.make();
    } finally {
      process.destroy();
      assertThat(process.waitFor()).as(Files.readString(output.toPath())).isEqualTo(STOPPED);
    }
  }

  private void awaitPaper(File output) throws IOException {
    HttpRequest paper =
        HttpRequest.newBuilder(URI.create(find(WEB, output) + "/api/papers/arxiv:2401.00001"))
            .build();
    await().atMost(LIMIT).until(() -> status(paper) == 200);
  }

  private HttpRequest submission(String address) throws IOException {
    String key = Files.readAllLines(data().resolve("secrets")).get(1);
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/x-ndjson")
        .header("X-API-Key", key)
        .POST(BodyPublishers.ofString("{\"id\":\"2401.00001\",\"title\":\"A paper that stays\"}\n"))
        .build();
  }

  private int status(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String find(Pattern pattern, File output) throws IOException {
    Matcher found = pattern.matcher(Files.readString(output.toPath()));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Path data() {
    return folder.resolve("data");
  }
}
