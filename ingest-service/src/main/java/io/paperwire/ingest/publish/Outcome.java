package io.paperwire.ingest.publish;

import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.Fault;
import java.util.stream.Stream;

/** What became of one statement about a paper. */
public sealed interface Outcome {

  /**
   * It was judged, and is published if something happened.
   *
   * @param verdict what happened to the paper
   */
  record Judged(Verdict verdict) implements Outcome {}

  /**
   * It cannot be written as an event and lies among the dead letters; nothing else is held up.
   *
   * @param fault what kind of fault it is
   * @param reason what is wrong
   */
  record Refused(Fault fault, String reason) implements Outcome {}

  /** Whether the paper was announced. */
  default boolean isAnnounced() {
    return judged().anyMatch(Verdict.ANNOUNCED::equals);
  }

  /** The verdict, if it was judged. */
  default Stream<Verdict> judged() {
    return switch (this) {
      case Judged(Verdict verdict) -> Stream.of(verdict);
      case Refused _ -> Stream.empty();
    };
  }
}
