package io.paperwire.ingest.source;

import java.io.IOException;
import java.util.List;

/** A time of the past has been read, but for parts that cannot be. */
public final class MissingPartsException extends IOException {

  private final List<String> parts;

  /**
   * A failure after all else has been read.
   *
   * @param parts each that is missing, and why
   */
  public MissingPartsException(List<String> parts) {
    super(String.join("; ", parts));
    this.parts = List.copyOf(parts);
  }

  /** Each part that is missing, and why. */
  public List<String> parts() {
    return parts;
  }
}
