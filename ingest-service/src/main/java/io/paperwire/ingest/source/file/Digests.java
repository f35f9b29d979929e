package io.paperwire.ingest.source.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over what is read bit by bit. */
final class Digests {

  private Digests() {}

  /** A digest of nothing yet. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The same digest, which goes its own way from here. */
  static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  /** The value so far; the digest can go on. */
  static byte[] sofar(MessageDigest digest) {
    return copy(digest).digest();
  }
}
