package io.paperwire.ingest.submission;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.paperwire.ingest.config.LimitsConfiguration;
import io.paperwire.ingest.format.JsonValue;
import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.SignalFormat;
import io.paperwire.ingest.publish.Committed;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.submission.RequestBody.Item;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Takes papers and signals. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class SubmissionController {

  private static final String NDJSON = "application/x-ndjson";
  private static final String JSON_LINES = "application/jsonl";
  private static final int PATIENCE_SECONDS = 60;

  private final Submissions submissions;
  private final Kind<SourceRecord> papers;
  private final Kind<RecordedSignal> signals;

  /** A controller that hands in to submissions. */
  public SubmissionController(
      Submissions submissions, LimitsConfiguration limits, InstantSource clock) {
    this.submissions = submissions;
    PaperFormat format = new PaperFormat(Submissions.SOURCE, limits.limits());
    this.papers =
        new Kind<>(
            format::read,
            records -> submissions.submit(records, List.of()),
            (place, record, committed, index) ->
                ItemOutcome.paper(place, record.paperId().value(), committed.papers().get(index)));
    this.signals =
        new Kind<>(
            new SignalFormat(clock)::read,
            records -> submissions.submit(List.of(), records),
            (place, signal, committed, index) ->
                ItemOutcome.signal(
                    place, signal.paperId().value(), committed.counted().get(index)));
  }

  /** Takes one paper, an array of papers, or papers one a line. */
  @Post("/papers")
  @Consumes({MediaType.APPLICATION_JSON, NDJSON, JSON_LINES})
  HttpResponse<?> papers(@Body byte[] body, HttpHeaders headers) throws InterruptedException {
    return answer(items(body, headers), papers);
  }

  /** Takes one signal, an array of signals, or signals one a line. */
  @Post("/signals")
  @Consumes({MediaType.APPLICATION_JSON, NDJSON, JSON_LINES})
  HttpResponse<?> signals(@Body byte[] body, HttpHeaders headers) throws InterruptedException {
    return answer(items(body, headers), signals);
  }

  private static Parsed<List<Item>> items(byte[] body, HttpHeaders headers) {
    boolean lines =
        headers
            .contentType()
            .map(MediaType::getName)
            .filter(name -> name.equals(NDJSON) || name.equals(JSON_LINES))
            .isPresent();
    return lines ? RequestBody.lines(body) : RequestBody.json(body);
  }

  /**
   * What is submitted: papers or signals.
   *
   * @param format reads one
   * @param submit hands many in
   * @param outcome tells what became of one
   */
  private record Kind<T>(
      Function<JsonValue, Parsed<T>> format,
      Function<List<T>, Optional<CompletableFuture<Committed>>> submit,
      OutcomeOf<T> outcome) {}

  /** Tells what became of one item of a submission. */
  private interface OutcomeOf<T> {
    ItemOutcome tell(int place, T value, Committed committed, int index);
  }

  /** An item that was understood, with its place. */
  private record Placed<T>(int place, T value) {}

  private <T> HttpResponse<?> answer(Parsed<List<Item>> body, Kind<T> kind)
      throws InterruptedException {
    return switch (body) {
      case Parsed.Invalid<List<Item>>(Fault fault, String reason) ->
          Problem.answer(
              fault == Fault.TOO_LARGE
                  ? HttpStatus.REQUEST_ENTITY_TOO_LARGE
                  : HttpStatus.BAD_REQUEST,
              reason);
      case Parsed.Valid<List<Item>>(List<Item> items) -> answer(items, kind);
    };
  }

  private <T> HttpResponse<?> answer(List<Item> items, Kind<T> kind) throws InterruptedException {
    List<Placed<T>> understood = new ArrayList<>();
    List<ItemOutcome> outcomes = new ArrayList<>();
    for (Item item : items) {
      switch (item.json().then(kind.format())) {
        case Parsed.Valid<T>(T value) -> understood.add(new Placed<>(item.place(), value));
        case Parsed.Invalid<T>(Fault fault, String reason) ->
            outcomes.add(ItemOutcome.rejected(item.place(), fault, reason));
      }
    }
    if (understood.isEmpty()) {
      return nothingUsable(outcomes);
    }
    Optional<String> obstacle = submissions.obstacle();
    if (obstacle.isPresent()) {
      return tryAgain("nothing was written: " + obstacle.get());
    }
    return publish(understood, outcomes, kind);
  }

  private static <T> HttpResponse<?> publish(
      List<Placed<T>> understood, List<ItemOutcome> outcomes, Kind<T> kind)
      throws InterruptedException {
    Optional<CompletableFuture<Committed>> handedIn =
        kind.submit().apply(understood.stream().map(Placed::value).toList());
    if (handedIn.isEmpty()) {
      return tryAgain("nothing was written: too many requests are waiting");
    }
    try {
      Committed committed = handedIn.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      for (int i = 0; i < understood.size(); i++) {
        Placed<T> item = understood.get(i);
        outcomes.add(kind.outcome().tell(item.place(), item.value(), committed, i));
      }
      outcomes.sort(Comparator.comparing(ItemOutcome::item));
      return outcomes.stream().allMatch(ItemOutcome::isRejected)
          ? nothingUsable(outcomes)
          : HttpResponse.ok(SubmissionAnswer.of(outcomes));
    } catch (ExecutionException | TimeoutException e) {
      return tryAgain("it is not known whether it was written; repeating the request is harmless");
    }
  }

  private static HttpResponse<?> nothingUsable(List<ItemOutcome> outcomes) {
    return Problem.answer(
        HttpStatus.UNPROCESSABLE_ENTITY, "no item of the request could be read", outcomes);
  }

  private static HttpResponse<?> tryAgain(String detail) {
    return Problem.answer(HttpStatus.SERVICE_UNAVAILABLE, detail)
        .header(HttpHeaders.RETRY_AFTER, "5");
  }
}
