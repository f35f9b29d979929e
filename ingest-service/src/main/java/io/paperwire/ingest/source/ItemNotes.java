package io.paperwire.ingest.source;

import java.util.stream.Stream;

/**
 * What is noted of single items among the positions of a source. It is committed with them, but
 * says nothing of how far the source has been read.
 */
public enum ItemNotes {
  /** How much attention a paper had. */
  COUNTS("count "),
  /** Which faulty items of a part were told. */
  FAULTS("told ");

  private final String prefix;

  ItemNotes(String prefix) {
    this.prefix = prefix;
  }

  /** The name among the positions of the notes on a paper or a part. */
  public String on(String name) {
    return prefix + name;
  }

  /** Whether the position of a name is such notes, of either kind. */
  public static boolean areAt(String name) {
    return Stream.of(values()).anyMatch(notes -> name.startsWith(notes.prefix));
  }
}
