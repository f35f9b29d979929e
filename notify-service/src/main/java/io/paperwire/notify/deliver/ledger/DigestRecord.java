package io.paperwire.notify.deliver.ledger;

import java.util.Arrays;

/** The bytes of a digest as they were on their topic. */
public final class DigestRecord {

  private final byte[] bytes;

  private DigestRecord(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A record of these bytes, which must not be changed any more. */
  public static DigestRecord of(byte[] bytes) {
    return new DigestRecord(bytes);
  }

  /** The bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DigestRecord record && Arrays.equals(bytes, record.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "DigestRecord[" + bytes.length + " bytes]";
  }
}
