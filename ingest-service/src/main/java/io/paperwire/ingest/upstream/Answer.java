package io.paperwire.ingest.upstream;

import io.paperwire.ingest.record.RawBytes;
import java.time.Duration;

/** What a request came to. */
public sealed interface Answer {

  /**
   * A complete answer with status 200.
   *
   * @param body its bytes, all of them
   * @param validators for the next request
   */
  record Fetched(RawBytes body, Validators validators) implements Answer {}

  /** Nothing has changed since the answer that is known. */
  record NotModified() implements Answer {}

  /**
   * The request was not taken up: the upstream throttles, or was not asked at all.
   *
   * @param reason in words
   * @param pause how long to leave the upstream alone
   */
  record TurnedAway(String reason, Duration pause) implements Answer {}

  /**
   * There is no answer now, though there may have been one on the way: failed, cut off, not
   * redirected to where this side's own rules would ask.
   *
   * @param reason in words
   * @param pause how long to leave the upstream alone
   */
  record TryLater(String reason, Duration pause) implements Answer {}

  /**
   * An answer that is larger than is allowed; it was not read on.
   *
   * @param beginning what was read of it
   * @param limit how many bytes are allowed
   */
  record TooLarge(RawBytes beginning, int limit) implements Answer {}

  /**
   * The upstream refuses what it was asked.
   *
   * @param status of the answer, 4xx
   * @param body of the answer
   */
  record Refused(int status, RawBytes body) implements Answer {}
}
