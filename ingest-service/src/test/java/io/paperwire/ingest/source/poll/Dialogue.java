package io.paperwire.ingest.source.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.ingest.upstream.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Plays an upstream for a part, without HTTP: each answer that is understood moves it on. */
public final class Dialogue {

  private final Part part;
  private final Progress progress = new Progress(Positions.none());
  private Instant now;

  /** A dialogue that begins at a time. */
  public Dialogue(Part part, Instant now) {
    this.part = part;
    this.now = now;
  }

  /** A dialogue with a list, polled every six hours with a lookback of three days. */
  public static Dialogue ofList(ListFormat format, int overlapDays, Instant now) {
    ListPart.Rhythm rhythm =
        new ListPart.Rhythm(Duration.ofHours(6), Duration.ofDays(3), overlapDays);
    return new Dialogue(new ListPart("list", format, rhythm), now);
  }

  /** What is asked next. */
  public Request request() {
    return part.request(progress, now);
  }

  /** The address that is asked next. */
  public String asked() {
    return request().address().toString();
  }

  /** What an answer means, without moving on. */
  public Reading read(RawBytes answer) {
    return part.read(request(), new Fetched(answer, Validators.none()), progress, now);
  }

  /** What an answer means, without moving on. */
  public Reading read(String answer) {
    return read(RawBytes.of(answer.getBytes(UTF_8)));
  }

  /** An answer that has to be understood. */
  public Reading.Understood understand(String answer) {
    Reading reading = read(answer);
    if (!(reading instanceof Reading.Understood understood)) {
      throw new AssertionError("not understood: " + reading);
    }
    progress.advance(understood.advances());
    return understood;
  }

  /** The first paper of an answer. */
  public SourceRecord paper(String answer) {
    return understand(answer).content().records().getFirst();
  }

  /** When something new was met last. */
  public Optional<Instant> newsAt() {
    return part.newsAt(progress);
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Goes on behind an answer that stays broken; false if there is no way. */
  public boolean goBeyond(String broken) {
    return part.beyond(RawBytes.of(broken.getBytes(UTF_8)), progress, now)
        .map(
            advances -> {
              progress.advance(advances);
              return true;
            })
        .orElse(false);
  }

  /** Loses the answer to what was asked. */
  public void lose() {
    part.afterLoss(progress).ifPresent(progress::advance);
  }

  /** Goes on after a refusal; false if there is no way. */
  public boolean refuse(int status) {
    return part.afterRefusal(status, progress, now)
        .map(
            advances -> {
              progress.advance(advances);
              return true;
            })
        .orElse(false);
  }
}
