package io.paperwire.ingest.source.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import io.paperwire.ingest.upstream.Upstreams;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PolledReaderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init") // set before each test
  private ScriptedUpstream server;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Upstreams upstreams;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedUpstream();
    upstreams = server.alone(1000, InstantSource.system());
  }

  @AfterEach
  void close() {
    upstreams.close();
    server.close();
  }

  /** Pages that are called by their number; a page that says {@code broken} cannot be read. */
  private final class Numbered implements Part {

    private final boolean goesOn;

    Numbered(boolean goesOn) {
      this.goesOn = goesOn;
    }

    @Override
    public String name() {
      return "numbers";
    }

    @Override
    public Duration pollInterval() {
      return Duration.ofHours(1);
    }

    private int number(Progress progress) {
      return progress.of(name()).flatMap(p -> p.get("n")).map(Integer::parseInt).orElse(1);
    }

    private Map<String, Position> at(int number) {
      return Map.of(name(), new Position(Map.of("n", Integer.toString(number))));
    }

    @Override
    public Request request(Progress progress, Instant now) {
      return Request.of(URI.create(server.url() + "/" + number(progress)), Request.JSON);
    }

    @Override
    public Reading read(Request request, Fetched answer, Progress progress, Instant now) {
      String text = answer.body().text().orElseThrow();
      int next = number(progress) + (text.equals("the same") ? 0 : 1);
      if (text.startsWith("faulty")) {
        Reading.Understood asItIs = faulty(text, request, at(next));
        return text.startsWith("faulty alone")
            ? new Reading.NothingLegible("all is faulty", asItIs)
            : asItIs;
      }
      if (text.startsWith("broken")) {
        return new Reading.Unreadable("it says broken");
      }
      return switch (text) {
        case "empty" -> new Reading.AskAgain("an empty page");
        case "lost" -> new Reading.BeginAgain("the place is lost", at(1));
        case "surprise" -> throw new IllegalStateException("surprise");
        case "abyss" -> throw new StackOverflowError();
        default ->
            new Reading.Understood(
                text,
                Reading.Content.nothing(),
                at(next),
                text.equals("last") ? pollInterval() : Duration.ZERO);
      };
    }

    /** Each word but the first is the name of an item that cannot be read. */
    private Reading.Understood faulty(String text, Request request, Map<String, Position> next) {
      String address = request.address().toString();
      List<RejectedInput> rejects =
          Stream.of(text.split(" ", -1))
              .skip(1)
              .map(
                  name ->
                      RejectedInput.whole(
                          new Place(address, 1, Optional.of(name)),
                          Fault.WRONG_VALUE,
                          name,
                          RawBytes.of((name + System.nanoTime()).getBytes(UTF_8))))
              .toList();
      return new Reading.Understood(
          text, Reading.Content.ofPapers(List.of(), rejects), next, Duration.ZERO);
    }

    @Override
    public Optional<Map<String, Position>> beyond(RawBytes body, Progress progress, Instant now) {
      return goesOn ? Optional.of(at(number(progress) + 1)) : Optional.empty();
    }

    @Override
    public Optional<Part> backfill(Period period) {
      return Optional.of(this);
    }

    @Override
    public Optional<Instant> newsAt(Progress progress) {
      return progress.of(name()).map(_ -> Instant.EPOCH);
    }
  }

  private PolledSource source(boolean goesOn) {
    return new PolledSource(
        "test",
        List.of(new Numbered(goesOn)),
        upstreams.of("test", Duration.ofMillis(5)),
        DailyCalendar.everyDay(Duration.ofHours(30)),
        InstantSource.system());
  }

  /** Reads until a page of a description has come. */
  private static List<Page> read(PageReader reader, String last) throws Exception {
    List<Page> pages = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      reader.next(Duration.ofMillis(200)).ifPresent(pages::add);
      if (!pages.isEmpty() && pages.getLast().description().equals(last)) {
        return pages;
      }
    }
    throw new AssertionError("'" + last + "' did not come, but " + pages);
  }

  private static List<String> descriptions(List<Page> pages) {
    return pages.stream().map(Page::description).toList();
  }

  @Test
  void shouldGoOnWhereItStopped() throws Exception {
    server.answer("/1", Answer.ok("one"));
    server.answer("/2", Answer.ok("two"));
    server.answer("/3", Answer.ok("last"));
    List<Page> pages;
    try (PageReader reader = source(false).open(Positions.none())) {
      pages = read(reader, "numbers, two");
    }
    assertThat(descriptions(pages)).containsExactly("numbers, one", "numbers, two");
    Positions committed = new Positions(pages.getLast().advances());
    try (PageReader reader = source(false).open(committed)) {
      assertThat(descriptions(read(reader, "numbers, last"))).containsExactly("numbers, last");
    }
    assertThat(server.log().stream().map(ScriptedUpstream.Asked::target))
        .containsExactly("/1", "/2", "/3");
  }

  @Test
  void shouldAskAgainForAnEmptyPageAndAfterErrors() throws Exception {
    server.answer(
        "/1",
        Answer.ok("empty"),
        Answer.of(500, "oops"),
        Answer.dying("last", 2),
        Answer.of(404, "gone?"));
    PolledSource source = source(false);
    try (PageReader reader = source.open(Positions.none())) {
      for (int tries = 0; server.log().size() < 4; tries++) {
        assertThat(reader.next(Duration.ofMillis(100))).isEmpty();
        assertThat(tries).isLessThan(200);
      }
    }
    assertThat(source.condition().freshness()).isEqualTo(Freshness.BROKEN);
    assertThat(source.condition().reason())
        .contains("HTTP 404 for " + server.url() + "/1 (nothing is there")
        .contains("asked again at");
  }

  @Test
  void shouldQuarantineABrokenAnswerOnceAndGoOnWhenItIsMended() throws Exception {
    server.answer("/1", Answer.ok("broken"), Answer.ok("broken"), Answer.ok("last"));
    try (PageReader reader = source(false).open(Positions.none())) {
      List<Page> pages = read(reader, "numbers, last");
      assertThat(descriptions(pages))
          .containsExactly("numbers, put into quarantine", "numbers, last");
      assertThat(pages.getFirst().quarantined())
          .singleElement()
          .satisfies(
              answer -> {
                assertThat(answer.raw()).isEqualTo(RawBytes.of("broken".getBytes(UTF_8)));
                assertThat(answer.reason()).isEqualTo("it says broken");
                assertThat(answer.place().input()).isEqualTo(server.url() + "/1");
              });
    }
  }

  /** Answers tell when they were made: the naive reading keeps each of them. */
  @Test
  void shouldQuarantineAnAnswerOnceThoughItsBytesDiffer() throws Exception {
    server.answer("/1", Answer.ok("broken at 1"), Answer.ok("broken at 2"), Answer.ok("one"));
    server.answer("/2", Answer.ok("broken at 3"), Answer.ok("last"));
    try (PageReader reader = source(false).open(Positions.none())) {
      List<Page> pages = read(reader, "numbers, last");
      assertThat(pages.stream().flatMap(page -> page.quarantined().stream()))
          .extracting(answer -> answer.raw().text().orElseThrow())
          .containsExactly("broken at 1", "broken at 3");
    }
  }

  private static List<String> rejects(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.rejects().stream())
        .map(RejectedInput::reason)
        .toList();
  }

  /** Lists overlap: the naive reading tells of the same item at each of them. */
  @Test
  void shouldTellOfAFaultyItemOnce() throws Exception {
    server.answer("/1", Answer.ok("faulty a b b"));
    server.answer("/2", Answer.ok("faulty b c"));
    server.answer("/3", Answer.ok("faulty c d"));
    Map<String, Position> committed = new HashMap<>();
    try (PageReader reader = source(false).open(Positions.none())) {
      List<Page> pages = read(reader, "numbers, faulty b c");
      assertThat(rejects(pages)).containsExactly("a", "b", "c");
      pages.forEach(page -> committed.putAll(page.advances()));
    }
    try (PageReader reader = source(false).open(new Positions(committed))) {
      assertThat(rejects(read(reader, "numbers, faulty c d"))).containsExactly("d");
    }
  }

  @Test
  void shouldTakeAPageOfFaultyItemsAloneAsItIsAfterSomeTries() throws Exception {
    server.answer("/1", Answer.ok("faulty alone a"));
    server.answer("/2", Answer.ok("faulty alone a"));
    server.answer("/3", Answer.ok("last"));
    PolledSource source = source(false);
    try (PageReader reader = source.open(Positions.none())) {
      List<Page> pages = read(reader, "numbers, last");
      assertThat(rejects(pages)).containsExactly("alone", "a");
      assertThat(pages.stream().flatMap(page -> page.quarantined().stream())).isEmpty();
    }
    // What is known already is nothing to wait for.
    assertThat(server.log().stream().map(ScriptedUpstream.Asked::target))
        .containsExactly("/1", "/1", "/1", "/2", "/3");
  }

  /**
   * A feed stays at one address for ever: the naive count leaves its third broken answer behind.
   */
  @Test
  void shouldCountTriesThatCameToNothingInARow() throws Exception {
    server.answer(
        "/1",
        Answer.ok("broken"),
        Answer.ok("the same"),
        Answer.ok("broken"),
        Answer.ok("the same"),
        Answer.ok("broken"),
        Answer.ok("one"));
    server.answer("/2", Answer.ok("last"));
    try (PageReader reader = source(true).open(Positions.none())) {
      List<Page> pages = read(reader, "numbers, last");
      assertThat(descriptions(pages))
          .endsWith("numbers, put into quarantine", "numbers, one", "numbers, last");
    }
  }

  @Test
  void shouldEndATimeOfThePastWhereAnAnswerStaysBrokenAndThereIsNoWayOn() throws Exception {
    server.answer("/1", Answer.ok("broken"));
    Period period = new Period(LocalDate.EPOCH, Optional.empty());
    Source past = source(false).backfill(period).orElseThrow();
    try (PageReader reader = past.open(Positions.none())) {
      assertThat(read(reader, "numbers, put into quarantine")).hasSize(1);
      assertThatThrownBy(() -> read(reader, "numbers, last"))
          .isInstanceOf(IOException.class)
          .hasMessage("numbers: %s/1 stays broken after 3 tries: it says broken", server.url());
      assertThat(reader.isAtEnd()).isFalse();
    }
    assertThat(server.log()).hasSize(3);
  }

  /** That the first page is read each time says nothing of the next. */
  @Test
  void shouldWaitForTheNextRoundWhereAListIsLostAgainAndAgain() throws Exception {
    server.answer("/1", Answer.ok("one"));
    server.answer("/2", Answer.ok("lost"));
    PolledSource source = source(false);
    try (PageReader reader = source.open(Positions.none())) {
      for (int begun = 0; begun < 4; begun++) {
        assertThat(descriptions(read(reader, "numbers, begun again")))
            .containsExactly("numbers, one", "numbers, begun again");
      }
      assertThat(reader.next(Duration.ofMillis(50))).isEmpty();
    }
    assertThat(server.log()).hasSize(8);
    assertThat(source.condition().reason()).contains("the place is lost");
  }

  @Test
  void shouldEndATimeOfThePastWhoseListIsLostAgainAndAgain() throws Exception {
    server.answer("/1", Answer.ok("one"));
    server.answer("/2", Answer.ok("lost"));
    Source past =
        source(false).backfill(new Period(LocalDate.EPOCH, Optional.empty())).orElseThrow();
    try (PageReader reader = past.open(Positions.none())) {
      assertThatThrownBy(() -> read(reader, "numbers, last"))
          .isInstanceOf(IOException.class)
          .hasMessage("numbers: the place is lost, after 20 tries");
    }
    assertThat(server.log()).hasSize(40);
  }

  @Test
  void shouldGoOnBehindAnAnswerThatStaysBroken() throws Exception {
    server.answer("/1", Answer.ok("broken"));
    server.answer("/2", Answer.ok("surprise"));
    server.answer("/3", Answer.ok("abyss"));
    server.answer("/4", Answer.ok("x".repeat(2000)));
    server.answer("/5", Answer.ok("last"));
    PolledSource source = source(true);
    try (PageReader reader = source.open(Positions.none())) {
      List<Page> pages = read(reader, "numbers, last");
      assertThat(pages.stream().flatMap(page -> page.quarantined().stream()))
          .extracting(answer -> answer.fault())
          .containsExactly(Fault.UNREADABLE, Fault.UNREADABLE, Fault.UNREADABLE, Fault.TOO_LARGE);
    }
    assertThat(server.log().stream().map(ScriptedUpstream.Asked::target))
        .containsExactly(
            "/1", "/1", "/1", "/2", "/2", "/2", "/3", "/3", "/3", "/4", "/4", "/4", "/5");
    assertThat(source.condition().freshness()).isEqualTo(Freshness.LATE);
  }
}
