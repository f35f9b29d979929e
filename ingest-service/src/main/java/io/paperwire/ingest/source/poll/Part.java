package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One part of a polled source: what is asked next, and what an answer means. Holds no state but
 * what stands in the positions; does no I/O.
 */
public interface Part {

  /** The part's name among those of its source; the key of its position. */
  String name();

  /** How long to rest after an answer that says that nothing has changed. */
  Duration pollInterval();

  /** What to ask next. */
  Request request(Progress progress, Instant now);

  /** Where the next request asks, in words that stay the same however often it is asked. */
  default String place(Progress progress, Instant now) {
    return request(progress, now).address().toString();
  }

  /** Understands the answer to the request that the same progress led to. */
  Reading read(Request request, Fetched answer, Progress progress, Instant now);

  /** What the upstream means by refusing a request, in words. */
  default String refusal(int status, RawBytes body) {
    return "HTTP " + status;
  }

  /**
   * Where to go on after the answer to the last request may have been lost: it did not come whole,
   * could not be used, or was taken by a reader that was closed before it was committed.
   *
   * @return the positions to go on at; empty where the same may be asked again
   */
  default Optional<Map<String, Position>> afterLoss(Progress progress) {
    return Optional.empty();
  }

  /**
   * How to go on after a refusal that the position itself may have led to, such as that of a cursor
   * which the upstream does not know any more.
   *
   * @return the positions to go on at; empty if there is no way but to ask again
   */
  default Optional<Map<String, Position>> afterRefusal(int status, Progress progress, Instant now) {
    return Optional.empty();
  }

  /**
   * How to go on behind a place that is refused however often it is asked for, where it is asked
   * for again later.
   *
   * @return the positions behind it; empty if there is no way but to ask again
   */
  default Optional<Map<String, Position>> behindRefusal(Progress progress, Instant now) {
    return Optional.empty();
  }

  /**
   * How to go on behind an answer that cannot be read however often it is asked for.
   *
   * @param body the answer
   * @return the positions behind it; empty if there is no way but to ask again
   */
  default Optional<Map<String, Position>> beyond(RawBytes body, Progress progress, Instant now) {
    return Optional.empty();
  }

  /** The same for a time of the past; empty if the upstream cannot be asked for it. */
  default Optional<Part> backfill(Period period) {
    return Optional.empty();
  }

  /** When the part last brought something new, as far as its position tells. */
  Optional<Instant> newsAt(Progress progress);
}
