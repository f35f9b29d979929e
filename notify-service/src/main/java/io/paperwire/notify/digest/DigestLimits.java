package io.paperwire.notify.digest;

/**
 * How much one digest may hold.
 *
 * @param items papers at most, positive
 * @param bytes bytes of all papers at most, positive; a digest has to fit into one record
 */
public record DigestLimits(int items, int bytes) {

  public DigestLimits {
    if (items < 1) {
      throw new IllegalArgumentException("a digest holds at least one paper, not " + items);
    }
    if (bytes < 1) {
      throw new IllegalArgumentException("a digest takes at least one byte, not " + bytes);
    }
  }
}
