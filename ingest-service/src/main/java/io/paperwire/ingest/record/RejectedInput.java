package io.paperwire.ingest.record;

import java.util.Optional;

/**
 * A piece of input that could not be read as a paper.
 *
 * @param place where it stands
 * @param fault what kind of fault it is
 * @param reason what is wrong and what to do about it, in words
 * @param raw its bytes as they came; the first part of them where it is larger than what is kept
 * @param size how many bytes it really has
 */
public record RejectedInput(Place place, Fault fault, String reason, RawBytes raw, long size) {

  /**
   * How much of a piece a dead letter holds, in bytes: below the broker's default of 1 MiB for a
   * record with its headers.
   */
  public static final int MAX_BYTES = 900_000;

  /** Rejects a piece that is kept whole. */
  public static RejectedInput whole(Place place, Fault fault, String reason, RawBytes raw) {
    return new RejectedInput(place, fault, reason, raw, raw.length());
  }

  /**
   * Where a piece of input stands.
   *
   * @param input the file's name, or the address it was fetched from
   * @param line the line it begins at, from 1
   * @param item what the input itself calls the piece; empty where it has no name
   */
  public record Place(String input, long line, Optional<String> item) {

    /** A place of a piece without a name. */
    public Place(String input, long line) {
      this(input, line, Optional.empty());
    }

    @Override
    public String toString() {
      return input + " line " + line;
    }
  }
}
