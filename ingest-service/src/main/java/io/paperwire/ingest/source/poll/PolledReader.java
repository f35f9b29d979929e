package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.source.MissingPartsException;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.upstream.Answer;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.ingest.upstream.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the parts in turn, each when it is due, and later after a failure. */
final class PolledReader implements PageReader {

  private static final Logger LOG = LoggerFactory.getLogger(PolledReader.class);

  /** After so many tries what is broken or refused is left behind, where that can be done. */
  private static final int TRIES = 3;

  /** A time of the past is not begun again, nor asked for a page that says nothing, for ever. */
  private static final int MOST_TRIES = 20;

  /** A rest is drawn out by a random tenth, so that parts and instances spread. */
  private static final int JITTER = 10;

  private final String source;
  private final boolean ends;
  private final PollHealth health;
  private final InstantSource clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Progress progress;
  private final List<Slot> slots = new ArrayList<>();
  private final List<String> givenUp = new ArrayList<>();

  PolledReader(
      String source,
      List<PolledSource.Asked> parts,
      Positions positions,
      PollHealth health,
      InstantSource clock,
      boolean ends) {
    this.ends = ends;
    this.source = source;
    this.health = health;
    this.clock = clock;
    this.progress = new Progress(positions);
    for (PolledSource.Asked asked : parts) {
      asked.part().newsAt(progress).ifPresent(health::sawNews);
      asked.part().afterLoss(progress).ifPresent(progress::advance);
      slots.add(new Slot(asked, clock.instant()));
    }
  }

  /** A part and when it is due. */
  private static final class Slot {
    private final Part part;
    private final Upstream upstream;
    private Instant due;
    private int failures;
    private String triedPlace = "";
    private int tries;
    private int refusals;
    private int answersOfNothing;

    /** How often the current list was begun again. */
    private int begunAgain;

    Slot(PolledSource.Asked asked, Instant due) {
      this.part = asked.part();
      this.upstream = asked.upstream();
      this.due = due;
    }

    Instant due() {
      return due;
    }

    /** Counts the tries in a row that came to nothing at a place, whatever came of others. */
    int triedAt(String place) {
      tries = place.equals(triedPlace) ? tries + 1 : 1;
      triedPlace = place;
      return tries;
    }

    void readAt(String place) {
      tries = place.equals(triedPlace) ? 0 : tries;
    }
  }

  /**
   * What is asked.
   *
   * @param slot for which part
   * @param place where in it
   * @param asked when; what is new for a part that was never read goes by it, also when it answers
   */
  private record Question(Slot slot, Request request, String place, Instant asked) {

    Part part() {
      return slot.part;
    }

    /** How long to wait where the answer is of no use. */
    Duration delay() {
      return slot.upstream.delay(slot.failures + 1);
    }
  }

  @Override
  public Optional<Page> next(Duration atMost) throws IOException, InterruptedException {
    if (isAtEnd()) {
      return Optional.empty();
    }
    if (slots.isEmpty()) {
      throw new MissingPartsException(givenUp);
    }
    Slot slot = slots.stream().min(Comparator.comparing(Slot::due)).orElseThrow();
    Duration until = Duration.between(clock.instant(), slot.due);
    if (until.compareTo(atMost) > 0) {
      TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
      return Optional.empty();
    }
    TimeUnit.NANOSECONDS.sleep(until.toNanos());
    Instant now = clock.instant();
    Question question =
        new Question(slot, slot.part.request(progress, now), slot.part.place(progress, now), now);
    return switch (slot.upstream.ask(question.request())) {
      case Answer.Fetched fetched -> understand(question, fetched);
      case Answer.NotModified() -> {
        succeeded(question, "unchanged", slot.part.pollInterval());
        yield Optional.empty();
      }
      case Answer.TurnedAway(String reason, Duration wait) -> {
        postponed(slot, reason, wait);
        yield Optional.empty();
      }
      case Answer.TryLater(String reason, Duration wait) -> {
        failed(slot, reason, wait);
        yield Optional.empty();
      }
      case Answer.Refused(int status, RawBytes body) -> refused(question, status, body);
      case Answer.TooLarge(RawBytes beginning, int limit) ->
          quarantine(question, "more than " + limit + " bytes", Fault.TOO_LARGE, beginning);
    };
  }

  private Optional<Page> understand(Question question, Answer.Fetched fetched) {
    return switch (reading(question, fetched)) {
      case Reading.Understood understood -> Optional.of(page(question, understood));
      case Reading.NothingLegible(String reason, Reading.Understood asItIs) ->
          nothingLegible(question, reason, asItIs);
      case Reading.AskAgain(String reason) -> {
        askAgain(question, reason);
        yield Optional.empty();
      }
      case Reading.BeginAgain(String reason, Map<String, Position> anew) ->
          cursorUnknown(question, reason, anew);
      case Reading.Unreadable(String reason) ->
          quarantine(question, reason, Fault.UNREADABLE, fetched.body());
    };
  }

  /**
   * An answer that nobody foresaw is one that cannot be read; it stops nothing else. So is one that
   * is nested deeper than there is stack, however the parser behind it goes about that.
   */
  private Reading reading(Question question, Answer.Fetched fetched) {
    try {
      return question.part().read(question.request(), fetched, progress, question.asked());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{}: {} was not foreseen", source, question.request().address(), e);
      return new Reading.Unreadable("not foreseen: " + e);
    }
  }

  private void askAgain(Question question, String reason) {
    Slot slot = question.slot();
    slot.answersOfNothing++;
    if (ends && slot.answersOfNothing >= MOST_TRIES) {
      giveUp(
          slot,
          "%s says nothing in %d tries: %s"
              .formatted(question.request().address(), slot.answersOfNothing, reason));
    } else {
      failed(slot, reason, question.delay());
    }
  }

  /**
   * What the position itself may have led to is begun again. Else a time of the past gives the part
   * up, and the present asks on at its usual pace, behind the place if there is a way.
   */
  private Optional<Page> refused(Question question, int status, RawBytes body) {
    Slot slot = question.slot();
    Refusal refusal =
        new Refusal(question.request().address(), status, slot.part.refusal(status, body));
    slot.refusals++;
    boolean again = slot.triedAt(question.place()) < TRIES;
    Optional<Map<String, Position>> anew =
        slot.part.afterRefusal(status, progress, question.asked());
    if (ends && (!again || slot.refusals >= MOST_TRIES)) {
      giveUp(slot, "%s, after %d tries".formatted(refusal.reason(), slot.refusals));
      return Optional.empty();
    }
    return anew.isPresent()
        ? begunAgain(question, refusal.reason(), anew.get())
        : behind(question, refusal, again);
  }

  private Optional<Page> cursorUnknown(
      Question question, String reason, Map<String, Position> anew) {
    Slot slot = question.slot();
    slot.refusals++;
    if (ends && slot.refusals >= MOST_TRIES) {
      giveUp(slot, "%s, after %d tries".formatted(reason, slot.refusals));
      return Optional.empty();
    }
    return begunAgain(question, reason, anew);
  }

  /** However well its first pages are read each time, a list is not begun again without a rest. */
  private Optional<Page> begunAgain(Question question, String reason, Map<String, Position> anew) {
    Slot slot = question.slot();
    slot.begunAgain++;
    boolean soon = ends || slot.begunAgain <= TRIES;
    failed(slot, reason, soon ? question.delay() : slot.part.pollInterval());
    progress.advance(anew);
    return Optional.of(
        Page.ofPapers(slot.part.name() + ", begun again", List.of(), List.of(), anew));
  }

  private Optional<Page> behind(Question question, Refusal refusal, boolean again) {
    Slot slot = question.slot();
    Optional<Map<String, Position>> behind = slot.part.behindRefusal(progress, question.asked());
    boolean soon = again && (ends || behind.isPresent());
    failed(slot, refusal.reason(), soon ? question.delay() : slot.part.pollInterval());
    if (again || behind.isEmpty()) {
      return Optional.empty();
    }
    LOG.error("{} {}: left behind: {}", source, slot.part.name(), refusal.reason());
    progress.advance(behind.get());
    return behind.map(
        positions ->
            Page.ofPapers(
                slot.part.name() + ", refused and left behind", List.of(), List.of(), positions));
  }

  /** What was told of this place and of these items is not told again, until it can be read. */
  private Page page(Question question, Reading.Understood understood) {
    Slot slot = question.slot();
    Told before = Told.of(progress, slot.part);
    Told after = before.withoutPlace(question.place());
    List<RejectedInput> rejects = new ArrayList<>();
    for (RejectedInput reject : understood.content().rejects()) {
      if (!after.hasItem(reject)) {
        after = after.withItem(reject);
        rejects.add(reject);
        LOG.warn("{}: {}: {}", source, reject.place().input(), reject.reason());
      }
    }
    Map<String, Position> advances = new HashMap<>(understood.advances());
    if (!after.equals(before)) {
      advances.putAll(after.toPosition(slot.part));
    }
    progress.advance(advances);
    slot.part.newsAt(progress).ifPresent(health::sawNews);
    succeeded(question, understood.what(), understood.rest());
    return new Page(
        slot.part.name() + ", " + understood.what(),
        understood.content().records(),
        understood.content().signals(),
        rejects,
        List.of(),
        advances);
  }

  /** The format may have changed for a while; what stays so is taken as it is. */
  private Optional<Page> nothingLegible(
      Question question, String reason, Reading.Understood asItIs) {
    Slot slot = question.slot();
    Told told = Told.of(progress, slot.part);
    if (asItIs.content().rejects().stream().allMatch(told::hasItem)) {
      return Optional.of(page(question, asItIs));
    }
    if (slot.triedAt(question.place()) >= TRIES) {
      LOG.error("{}: {} is left behind: {}", source, question.request().address(), reason);
      return Optional.of(page(question, asItIs));
    }
    failed(slot, reason, question.delay());
    return Optional.empty();
  }

  private Optional<Page> quarantine(Question question, String reason, Fault fault, RawBytes body) {
    Slot slot = question.slot();
    String address = question.request().address().toString();
    Told told = Told.of(progress, slot.part);
    boolean again = told.hasPlace(question.place(), fault);
    Map<String, Position> advances = new HashMap<>();
    if (slot.triedAt(question.place()) >= TRIES) {
      slot.part.beyond(body, progress, question.asked()).ifPresent(advances::putAll);
    }
    failed(slot, "quarantined: " + reason, question.delay());
    if (!advances.isEmpty()) {
      LOG.error("{}: {} is left behind in quarantine: {}", source, address, reason);
      slot.failures = 0;
    }
    if (again && advances.isEmpty()) {
      if (ends && slot.tries >= TRIES) {
        giveUp(slot, "%s stays broken after %d tries: %s".formatted(address, TRIES, reason));
      }
      return Optional.empty();
    }
    if (!again) {
      advances.putAll(told.withPlace(question.place(), fault).toPosition(slot.part));
    }
    progress.advance(advances);
    Place place = new Place(address, 1);
    return Optional.of(
        new Page(
            slot.part.name() + ", put into quarantine",
            List.of(),
            List.of(),
            List.of(),
            again ? List.of() : List.of(RejectedInput.whole(place, fault, reason, body)),
            advances));
  }

  /** A time of the past that cannot be read to its end; the other parts are. */
  private void giveUp(Slot slot, String reason) {
    slots.remove(slot);
    givenUp.add(slot.part.name() + ": " + reason);
    LOG.error("{} {} is given up: {}", source, slot.part.name(), reason);
    health.failed(slot.part.name(), reason);
  }

  private void succeeded(Question question, String what, Duration rest) {
    Slot slot = question.slot();
    slot.failures = 0;
    slot.answersOfNothing = 0;
    slot.readAt(question.place());
    if (rest.isPositive()) {
      slot.begunAgain = 0;
    }
    if (ends && rest.isPositive()) {
      slots.remove(slot);
    }
    long jitter = random.nextLong(rest.toMillis() / JITTER + 1);
    slot.due = clock.instant().plus(rest).plusMillis(jitter);
    health.answered(
        slot.part.name(), what + " at " + clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private void failed(Slot slot, String reason, Duration wait) {
    slot.part.afterLoss(progress).ifPresent(progress::advance);
    postponed(slot, reason, wait);
  }

  private void postponed(Slot slot, String reason, Duration wait) {
    slot.failures++;
    slot.due = clock.instant().plus(wait);
    health.failed(slot.part.name(), reason + ", asked again at " + slot.due);
    LOG.warn("{} {}: {}; asked again in {}", source, slot.part.name(), reason, wait);
  }

  @Override
  public boolean isAtEnd() {
    return slots.isEmpty() && givenUp.isEmpty();
  }

  @Override
  public void close() {
    // The upstream is shared, and holds nothing for this reader.
  }
}
