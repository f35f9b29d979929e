package io.paperwire.ingest.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.config.UpstreamConfiguration;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.upstream.ScriptedUpstream.Asked;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UpstreamTest {

  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final int MAX_BYTES = 10_000;

  @SuppressWarnings("NullAway.Init") // set before each test
  private ScriptedUpstream server;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Upstreams upstreams;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedUpstream();
    upstreams = asking(Duration.ofSeconds(20), server);
  }

  @AfterEach
  void close() {
    upstreams.close();
    server.close();
  }

  private static Upstreams asking(Duration timeout, ScriptedUpstream... servers) {
    return asking(Turns.unshared(), timeout, servers);
  }

  private static Upstreams asking(Turns turns, Duration timeout, ScriptedUpstream... servers) {
    return new Upstreams(
        new UpstreamConfiguration(
            "mailto:tests@example.org",
            timeout,
            MAX_BYTES,
            Stream.of(servers).map(ScriptedUpstream::hostAndPort).toList(),
            false),
        turns,
        InstantSource.system());
  }

  private Upstream upstream() {
    return upstreams.of("test", INTERVAL);
  }

  private Request request(String path) {
    return Request.of(URI.create(server.url() + path), Request.JSON);
  }

  private static RawBytes bytes(String text) {
    return RawBytes.of(text.getBytes(UTF_8));
  }

  /** From before the first request was sent, since the server may see that one late. */
  private Duration untilLastAsked(long before) {
    return Duration.ofNanos(server.log().getLast().nanos() - before);
  }

  @Test
  void shouldTellWhoAsks() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.ok("hello"));
    assertThat(upstream().ask(request("/a").withSecrets(Map.of("x-api-key", "k"))))
        .isEqualTo(new Answer.Fetched(bytes("hello"), Validators.none()));
    Asked asked = server.log().getFirst();
    assertThat(asked.header("User-agent")).hasValue("Paperwire (mailto:tests@example.org)");
    assertThat(asked.header("Accept")).hasValue("application/json");
    assertThat(asked.header("X-api-key")).hasValue("k");
  }

  @Test
  void shouldAskOnlyForWhatHasChanged() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.tagged("\"1\"", "hello"));
    Validators validators = new Validators(Optional.of("\"1\""), Optional.empty());
    assertThat(upstream().ask(request("/a")))
        .isEqualTo(new Answer.Fetched(bytes("hello"), validators));
    assertThat(upstream().ask(request("/a").unlessKnown(validators)))
        .isEqualTo(new Answer.NotModified());
  }

  @Test
  void shouldKeepRequestsOfAllSourcesApart() throws Exception {
    server.answer("/a", ScriptedUpstream.Answer.ok("a"));
    server.answer("/b", ScriptedUpstream.Answer.ok("b"));
    List<Future<Answer>> answers = new ArrayList<>();
    long before = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        answers.add(threads.submit(() -> upstreams.of("test", INTERVAL).ask(request("/a"))));
        answers.add(threads.submit(() -> upstreams.of("test", Duration.ZERO).ask(request("/b"))));
      }
    }
    for (Future<Answer> answer : answers) {
      assertThat(answer.get()).isInstanceOf(Answer.Fetched.class);
    }
    assertThat(server.mostAtOnce()).isEqualTo(1);
    assertThat(untilLastAsked(before)).isGreaterThanOrEqualTo(INTERVAL.multipliedBy(9));
  }

  @Test
  void shouldSlowDownWhenTheUpstreamTellsItsLimit() throws InterruptedException {
    server.answer(
        "/a",
        new ScriptedUpstream.Answer(
            200, Map.of("x-rate-limit-limit", "5", "x-rate-limit-interval", "1s"), bytes(""), -1));
    upstream().ask(request("/a"));
    long before = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      upstream().ask(request("/a"));
    }
    assertThat(untilLastAsked(before)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
  }

  /** How the upstream was left is kept for other instances, and for the next start. */
  private static final class KeptTurns implements Turns {
    private Optional<Mood> left = Optional.empty();

    @Override
    public Turn take(String upstream, Duration interval, Duration longest) {
      return new Turn() {
        @Override
        public Optional<Mood> mood() {
          return left;
        }

        @Override
        public void asked(Mood mood) {
          left = Optional.of(mood);
        }

        @Override
        public void passed() {}
      };
    }

    Duration interval() {
      return left.orElseThrow().interval();
    }
  }

  @Test
  void shouldHandOnNoIntervalButWhatTheUpstreamAskedForLast() throws InterruptedException {
    KeptTurns turns = new KeptTurns();
    try (Upstreams slow = asking(turns, Duration.ofSeconds(20), server)) {
      server.answer("/a", ScriptedUpstream.Answer.ok(""));
      slow.of("test", Duration.ofMinutes(10)).ask(request("/a"));
      assertThat(turns.interval())
          .isZero(); // whoever asks next has another configuration, it may be
    }
    try (Upstreams quick = asking(turns, Duration.ofSeconds(20), server)) {
      server.answer(
          "/a",
          new ScriptedUpstream.Answer(
              200,
              Map.of("x-rate-limit-limit", "5", "x-rate-limit-interval", "1s"),
              bytes(""),
              -1));
      quick.of("test", INTERVAL).ask(request("/a"));
      assertThat(turns.interval()).isEqualTo(Duration.ofMillis(200));
      server.answer("/b", ScriptedUpstream.Answer.ok(""));
      quick.of("test", INTERVAL).ask(request("/b"));
      assertThat(turns.interval()).isZero();
    }
  }

  @Test
  void shouldLeaveAThrottlingUpstreamAlone() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.of(503, Map.of("Retry-After", "600")));
    assertThat(upstream().ask(request("/a")))
        .isEqualTo(new Answer.TryLater("HTTP 503", Duration.ofMinutes(10)));
    // Another source that asks the same upstream stays away too.
    assertThat(upstreams.of("test", INTERVAL).ask(request("/b")))
        .isInstanceOfSatisfying(
            Answer.TurnedAway.class,
            later -> {
              assertThat(later.reason()).isEqualTo("test is left alone: HTTP 503");
              assertThat(later.pause()).isBetween(Duration.ofSeconds(590), Duration.ofMinutes(10));
            });
    assertThat(server.log()).hasSize(1);
  }

  @Test
  void shouldTellWhetherARequestWasTakenUp() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.of(429, Map.of("Retry-After", "1")));
    assertThat(upstream().ask(request("/a")))
        .isEqualTo(new Answer.TurnedAway("HTTP 429", Duration.ofSeconds(1)));
  }

  @Test
  void shouldGiveUpAnAnswerThatNeverComes() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.never());
    try (Upstreams impatient = asking(Duration.ofSeconds(2), server)) {
      assertThat(impatient.of("test", INTERVAL).ask(request("/a")))
          .isInstanceOfSatisfying(
              Answer.TryLater.class, later -> assertThat(later.reason()).contains("PT2S"));
    }
  }

  @Test
  void shouldNotReadAGiganticAnswer() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.ok("x".repeat(MAX_BYTES * 100)));
    server.answer("/b", ScriptedUpstream.Answer.ok("x".repeat(MAX_BYTES)));
    assertThat(upstream().ask(request("/a")))
        .isEqualTo(new Answer.TooLarge(bytes("x".repeat(MAX_BYTES)), MAX_BYTES));
    assertThat(upstream().ask(request("/b"))).isInstanceOf(Answer.Fetched.class);
  }

  @Test
  void shouldNotTakeACutAnswerForAWholeOne() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.dying("0123456789", 5));
    assertThat(upstream().ask(request("/a")))
        .isInstanceOfSatisfying(
            Answer.TryLater.class,
            later -> assertThat(later.reason()).startsWith("no complete answer: "));
  }

  @Test
  void shouldFollowRedirectsButTakeNoKeysAlong() throws InterruptedException, IOException {
    server.answer("/a", ScriptedUpstream.Answer.of(302, Map.of("Location", "/b")));
    server.answer("/b", ScriptedUpstream.Answer.ok("b"));
    try (ScriptedUpstream stranger = new ScriptedUpstream();
        Upstreams both = asking(Duration.ofSeconds(20), server, stranger)) {
      server.answer(
          "/c", ScriptedUpstream.Answer.of(307, Map.of("Location", stranger.url() + "/d")));
      stranger.answer("/d", ScriptedUpstream.Answer.ok("d"));
      Upstream upstream = both.of("test", INTERVAL);
      Map<String, String> key = Map.of("x-api-key", "k");
      assertThat(upstream.ask(request("/a").withSecrets(key)))
          .isEqualTo(new Answer.Fetched(bytes("b"), Validators.none()));
      assertThat(upstream.ask(request("/c").withSecrets(key)))
          .isEqualTo(new Answer.Fetched(bytes("d"), Validators.none()));
      assertThat(server.log("/b").getFirst().header("X-api-key")).hasValue("k");
      assertThat(stranger.log().getFirst().header("X-api-key")).isEmpty();
    }
  }

  @Test
  void shouldNotFollowRedirectsToPrivateAddressesOrInCircles()
      throws InterruptedException, IOException {
    try (ScriptedUpstream inside = new ScriptedUpstream()) {
      server.answer("/a", ScriptedUpstream.Answer.of(301, Map.of("Location", inside.url())));
      server.answer("/b", ScriptedUpstream.Answer.of(301, Map.of("Location", "/b")));
      assertThat(upstream().ask(request("/a")))
          .isInstanceOfSatisfying(
              Answer.TryLater.class,
              later -> assertThat(later.reason()).contains("a private address: not asked"));
      assertThat(upstream().ask(request("/b")))
          .isInstanceOfSatisfying(
              Answer.TryLater.class,
              later -> assertThat(later.reason()).isEqualTo("more than 3 redirects"));
      assertThat(inside.log()).isEmpty();
    }
  }

  @Test
  void shouldTellWhatIsRefused() throws InterruptedException {
    server.answer("/a", ScriptedUpstream.Answer.of(400, "bad date"));
    assertThat(upstream().ask(request("/a"))).isEqualTo(new Answer.Refused(400, bytes("bad date")));
  }
}
