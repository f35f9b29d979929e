package io.paperwire.ingest.source.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.source.MissingPartsException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an upstream refuses however often it is asked. */
final class RefusedPartsTest {

  private static final Period PAST = new Period(LocalDate.EPOCH, Optional.empty());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Position REFUSED_ONCE = new Position(Map.of("behind", "1"));

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

  /**
   * A part of one page.
   *
   * @param cursorForgotten whether it begins anew after a refusal, as lists do
   * @param passesOver whether it goes on behind a refusal
   */
  private record OnePage(String name, String server, boolean cursorForgotten, boolean passesOver)
      implements Part {

    @Override
    public Duration pollInterval() {
      return passesOver ? Duration.ofMillis(1) : Duration.ofHours(1);
    }

    @Override
    public Request request(Progress progress, Instant now) {
      String page = progress.of(name).isPresent() ? "/behind" : "";
      return Request.of(URI.create(server + "/" + name + page), Request.JSON);
    }

    @Override
    public Reading read(Request request, Fetched answer, Progress progress, Instant now) {
      return new Reading.Understood(
          "read", Reading.Content.nothing(), Map.of(), Duration.ofHours(1));
    }

    @Override
    public Optional<Map<String, Position>> afterRefusal(
        int status, Progress progress, Instant now) {
      return cursorForgotten ? Optional.of(Map.of()) : Optional.empty();
    }

    @Override
    public Optional<Map<String, Position>> behindRefusal(Progress progress, Instant now) {
      return passesOver ? Optional.of(Map.of(name, REFUSED_ONCE)) : Optional.empty();
    }

    @Override
    public Optional<Part> backfill(Period period) {
      return Optional.of(this);
    }

    @Override
    public Optional<Instant> newsAt(Progress progress) {
      return Optional.empty();
    }
  }

  private OnePage part(String name) {
    return new OnePage(name, server.url(), false, false);
  }

  private PolledSource source(Part... parts) {
    return new PolledSource(
        "test",
        Stream.of(parts).toList(),
        upstreams.of("test", Duration.ofMillis(5)),
        DailyCalendar.everyDay(Duration.ofHours(30)),
        InstantSource.system());
  }

  private static List<String> readToTheEnd(PageReader reader) throws Exception {
    List<String> pages = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!reader.isAtEnd() && System.nanoTime() < deadline) {
      reader.next(Duration.ofMillis(200)).map(Page::description).ifPresent(pages::add);
    }
    return pages;
  }

  private List<String> asked(String path) {
    return server.log().stream().map(ScriptedUpstream.Asked::target).filter(path::equals).toList();
  }

  @Test
  void shouldReadTheRestOfATimeOfThePastAndNameWhatIsMissing() throws Exception {
    server.answer("/gone", Answer.of(404, ""));
    server.answer("/there", Answer.ok("{}"));
    Source past = source(part("gone"), part("there")).backfill(PAST).orElseThrow();
    try (PageReader reader = past.open(Positions.none())) {
      MissingPartsException missing =
          catchThrowableOfType(MissingPartsException.class, () -> readToTheEnd(reader));
      assertThat(missing.parts())
          .containsExactly(
              "gone: HTTP 404 for %s/gone (nothing is there: see whether the address in the settings still holds), after 3 tries"
                  .formatted(server.url()));
      assertThat(reader.isAtEnd()).isFalse();
    }
    assertThat(asked("/there")).hasSize(1);
    assertThat(past.condition().freshness()).isEqualTo(Freshness.BROKEN);
    assertThat(past.condition().reason()).contains("HTTP 404 for", "after 3 tries");
  }

  /** What is begun again from the start is refused there, too. */
  @Test
  void shouldNotBeginATimeOfThePastAgainForEver() throws Exception {
    server.answerAll(Answer.of(400, "no such cursor"));
    Source past =
        source(new OnePage("list", server.url(), true, false)).backfill(PAST).orElseThrow();
    try (PageReader reader = past.open(Positions.none())) {
      assertThat(catchThrowableOfType(MissingPartsException.class, () -> readToTheEnd(reader)))
          .hasMessageContaining("list: HTTP 400")
          .hasMessageContaining("after 3 tries");
    }
    assertThat(asked("/list")).hasSize(3);
  }

  @Test
  void shouldGoOnBehindWhatIsRefusedWhereThatIsAskedForAgainLater() throws Exception {
    server.answer("/days", Answer.of(400, ""));
    server.answer("/days/behind", Answer.ok("{}"));
    Source present = source(new OnePage("days", server.url(), false, true));
    try (PageReader reader = present.open(Positions.none())) {
      List<Page> pages = new ArrayList<>();
      for (int asked = 0; asked < 200 && asked("/days/behind").isEmpty(); asked++) {
        reader.next(Duration.ofMillis(100)).ifPresent(pages::add);
      }
      assertThat(pages.getFirst().advances()).containsEntry("days", REFUSED_ONCE);
    }
    assertThat(asked("/days")).hasSize(3);
    assertThat(present.condition().freshness()).isNotEqualTo(Freshness.BROKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | it does not take the question",
        "401 | it asks for a key, or for another one",
        "410 | nothing is there",
        "418 | see what the upstream says of this status",
      })
  void shouldSayWhatToDoAboutARefusal(int status, String advice) throws Exception {
    server.answerAll(Answer.of(status, ""));
    Source present = source(part("list"));
    try (PageReader reader = present.open(Positions.none())) {
      assertThat(reader.next(Duration.ofSeconds(5))).isEmpty();
    }
    assertThat(present.condition().reason())
        .contains("HTTP %d for %s/list (%s".formatted(status, server.url(), advice))
        .contains("asked again at");
  }
}
