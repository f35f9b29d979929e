package io.paperwire.ingest.upstream;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.record.RawBytes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Who runs one or several hosts, and is asked by one or several sources. Safe to share. */
public final class Upstream {

  private static final int MAX_REDIRECTS = 3;

  /** When to try again where it cannot be known whose turn it is. */
  private static final Duration TURN_RETRY = Duration.ofSeconds(5);

  /** 403 is also what arXiv says to those who ask too much. */
  private static final Set<Integer> THROTTLED = Set.of(403, 429, 503);

  private final String name;
  private final Http http;
  private final Pacer pacer;
  private final Circuit circuit;
  private final Backoff backoff;
  private final InstantSource clock;
  private final Turns turns;
  private final Duration timeout;

  Upstream(
      String name,
      Http http,
      Pacer pacer,
      Turns turns,
      Duration timeout,
      Backoff backoff,
      InstantSource clock) {
    this.turns = turns;
    this.timeout = timeout;
    this.name = name;
    this.http = http;
    this.pacer = pacer;
    this.backoff = backoff;
    this.circuit = new Circuit(backoff, RandomGenerator.getDefault());
    this.clock = clock;
  }

  /** How long to wait after so many answers in a row that were no use, from 1. */
  public Duration delay(int failures) {
    return backoff.delay(failures, RandomGenerator.getDefault());
  }

  /** Asks in turn, and follows redirects, each of which is a request of its own. */
  public Answer ask(Request request) throws InterruptedException {
    try {
      URI address = request.address();
      for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
        URI target = address;
        switch (pacer.inTurn(() -> hop(target, request))) {
          case Arrived(Answer answer) -> {
            return answer;
          }
          case Moved(URI elsewhere) -> address = elsewhere;
        }
      }
      return failed("more than " + MAX_REDIRECTS + " redirects");
    } catch (LeftAloneException e) {
      return new Answer.TurnedAway(name + " is left alone: " + e.open.reason(), e.open.pause());
    } catch (IOException e) {
      return new Answer.TurnedAway(String.valueOf(e.getMessage()), TURN_RETRY);
    }
  }

  /** Where a request came to. */
  private sealed interface Hop {}

  private record Arrived(Answer answer) implements Hop {}

  private record Moved(URI elsewhere) implements Hop {}

  /** Looks at the circuit when the turn has come, since it may have opened in the meantime. */
  private Hop hop(URI address, Request request) throws IOException, InterruptedException {
    requireClosedCircuit();
    Turns.Turn turn = turns.take(name, pacer.interval(), timeout.plus(pacer.interval()));
    boolean asked = false;
    try {
      turn.mood().ifPresent(this::adopt);
      requireClosedCircuit();
      asked = true;
      return send(address, request);
    } finally {
      if (asked) {
        turn.asked(circuit.mood(pacer.told(), clock.instant()));
      } else {
        turn.passed();
      }
    }
  }

  private void adopt(Mood mood) {
    pacer.tell(mood.interval());
    circuit.adopt(mood, clock.instant());
  }

  private void requireClosedCircuit() throws LeftAloneException {
    Optional<Circuit.Open> open = circuit.open(clock.instant());
    if (open.isPresent()) {
      throw new LeftAloneException(open.get());
    }
  }

  private Hop send(URI address, Request request) throws InterruptedException {
    try {
      Http.Reply reply = http.send(address, request);
      return reply.isRedirect()
          ? new Moved(reply.redirectedFrom(address))
          : new Arrived(answer(reply));
    } catch (IOException e) {
      return new Arrived(failed(String.valueOf(e.getMessage())));
    }
  }

  private Answer failed(String reason) {
    return new Answer.TryLater(reason, circuit.failed(clock.instant(), reason));
  }

  /** The circuit is open. */
  private static final class LeftAloneException extends IOException {
    private final transient Circuit.Open open;

    LeftAloneException(Circuit.Open open) {
      super(open.reason());
      this.open = open;
    }
  }

  private Answer answer(Http.Reply reply) {
    Instant now = clock.instant();
    int status = reply.status();
    String reason = "HTTP " + status;
    if (THROTTLED.contains(status)) {
      Optional<Duration> retryAfter =
          reply.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, now));
      Duration pause = circuit.throttled(now, reason, retryAfter);
      return status >= 500
          ? new Answer.TryLater(reason, pause)
          : new Answer.TurnedAway(reason, pause);
    }
    if (status >= 500) {
      return new Answer.TryLater(reason, circuit.failed(now, reason));
    }
    circuit.succeeded();
    RateLimit limit = RateLimit.of(reply.headers());
    pacer.tell(limit.interval().orElse(Duration.ZERO));
    limit.exhausted().ifPresent(wait -> circuit.exhausted(now, wait));
    return understood(reply);
  }

  private static Answer understood(Http.Reply reply) {
    RawBytes body = reply.body().bytes();
    if (reply.status() == 304) {
      return new Answer.NotModified();
    }
    if (!reply.body().whole()) {
      return new Answer.TooLarge(body, body.length());
    }
    if (reply.status() == 200) {
      Validators validators =
          new Validators(
              reply.headers().firstValue("ETag"), reply.headers().firstValue("Last-Modified"));
      return new Answer.Fetched(body, validators);
    }
    return new Answer.Refused(reply.status(), body);
  }
}
