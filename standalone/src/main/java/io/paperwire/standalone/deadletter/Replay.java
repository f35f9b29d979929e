package io.paperwire.standalone.deadletter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of the letters that were to be replayed, or would become of them.
 *
 * @param letters those that were sent to where they came from
 * @param leftOut how many were not, and why
 */
public record Replay(List<DeadLetter> letters, Map<LeftOut, Integer> leftOut) {

  public Replay {
    letters = List.copyOf(letters);
    leftOut = Map.copyOf(leftOut);
  }

  /** Why a letter is not replayed. */
  public enum LeftOut {
    /** It was replayed before. */
    REPLAYED,
    /** It is input that was on no topic. */
    INPUT,
    /** Of its record, which was too large, it holds the beginning only. */
    CUT,
    /**
     * The topic keeps the last record of each key, and has a later one of this: to write the old
     * one behind it would undo what happened since.
     */
    SUPERSEDED,
    /** The topic that it came from is gone, or nobody reads it any more. */
    UNREAD
  }

  /** Both together. */
  Replay and(Replay other) {
    Map<LeftOut, Integer> counts = new EnumMap<>(LeftOut.class);
    leftOut.forEach((why, count) -> counts.merge(why, count, Integer::sum));
    other.leftOut.forEach((why, count) -> counts.merge(why, count, Integer::sum));
    return new Replay(Stream.concat(letters.stream(), other.letters.stream()).toList(), counts);
  }
}
