package io.paperwire.ingest.source.crossref;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.CrossrefConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import io.paperwire.ingest.upstream.Upstreams;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day of Crossref's, whose cursor stays the same and is moved on by every request. */
final class CrossrefSourceTest {

  private static final String LIST =
      "/works?filter=type%3Aposted-content%2Cfrom-update-date%3A2026-07-02"
          + "%2Cuntil-update-date%3A2026-07-02&rows=200&cursor=";

  private final Clock clock =
      Clock.offset(
          Clock.systemUTC(),
          Duration.between(Instant.now(), Instant.parse("2026-07-02T10:00:00Z")));

  @SuppressWarnings("NullAway.Init") // set before each test
  private ScriptedUpstream server;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Upstreams upstreams;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedUpstream();
    upstreams = server.alone(1 << 20, clock);
  }

  @AfterEach
  void close() {
    upstreams.close();
    server.close();
  }

  private Source source() {
    return CrossrefSource.of(
        new CrossrefConfiguration(
            "",
            "",
            URI.create(server.url()),
            Duration.ofHours(6),
            Duration.ofMillis(5),
            Duration.ofMillis(1)),
        new Equipment(PaperLimits.STANDARD, upstreams, clock));
  }

  private static String page(String cursor, int from, int to) {
    return "{\"message-type\":\"work-list\",\"message\":{\"next-cursor\":\"%s\",\"items\":[%s]}}"
        .formatted(
            cursor,
            IntStream.rangeClosed(from, to)
                .mapToObj("{\"DOI\":\"10.31234/p%1$d\",\"title\":[\"Title of %1$d\"]}"::formatted)
                .collect(Collectors.joining(",")));
  }

  private void play() {
    server.answer(LIST + "*", Answer.ok(page("one", 1, 200)), Answer.ok(page("other", 1, 200)));
    String third = page("one", 401, 600);
    server.answer(
        LIST + "one",
        Answer.ok(page("one", 201, 400)),
        Answer.dying(third, third.length() / 2),
        Answer.ok(page("one", 601, 650)));
    server.answer(
        LIST + "other",
        Answer.ok(page("other", 201, 400)),
        Answer.ok(page("other", 401, 600)),
        Answer.ok(page("other", 601, 650)));
  }

  private static List<Page> read(PageReader reader, int pages) throws Exception {
    List<Page> read = new ArrayList<>();
    for (int tries = 0; read.size() < pages; tries++) {
      reader.next(Duration.ofMillis(200)).ifPresent(read::add);
      assertThat(tries).as("tries to read what came: %s", read).isLessThan(500);
    }
    return read;
  }

  private static List<String> keys(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.records().stream())
        .map(record -> record.sourceKey())
        .distinct()
        .toList();
  }

  private static List<String> papers(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> "10.31234/p" + i).toList();
  }

  private List<String> cursors() {
    return server.log().stream().map(asked -> asked.target().substring(LIST.length())).toList();
  }

  @Test
  void shouldMissNoPageThoughAnAnswerIsLost() throws Exception {
    play();
    try (PageReader reader = source().open(Positions.none())) {
      assertThat(keys(read(reader, 6))).isEqualTo(papers(650));
    }
    assertThat(cursors()).containsExactly("*", "one", "one", "*", "other", "other", "other");
  }

  @Test
  void shouldGoOnWhereARequestWasNotTakenUp() throws Exception {
    server.answer(LIST + "*", Answer.ok(page("one", 1, 200)));
    server.answer(
        LIST + "one", Answer.of(429, Map.of("Retry-After", "0")), Answer.ok(page("one", 201, 250)));
    try (PageReader reader = source().open(Positions.none())) {
      assertThat(keys(read(reader, 2))).isEqualTo(papers(250));
    }
    assertThat(cursors()).containsExactly("*", "one", "one");
  }

  /** What was read and not committed is read again, though its cursor has been moved on. */
  @Test
  void shouldMissNoPageThatWasNotCommitted() throws Exception {
    play();
    Positions committed;
    try (PageReader reader = source().open(Positions.none())) {
      committed = new Positions(read(reader, 1).getFirst().advances());
      read(reader, 1);
    }
    try (PageReader reader = source().open(committed)) {
      assertThat(keys(read(reader, 4))).isEqualTo(papers(650));
    }
    assertThat(cursors()).containsExactly("*", "one", "*", "other", "other", "other");
  }
}
