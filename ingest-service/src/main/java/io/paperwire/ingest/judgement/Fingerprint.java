package io.paperwire.ingest.judgement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Boils values down to 64 bits: the first 8 bytes of SHA-256 over the values, each with its length
 * before it. Among ten million papers the chance that any two collide is about 1 in 400,000.
 */
public final class Fingerprint {

  /** To be cloned, which costs less than to look the algorithm up. */
  private static final MessageDigest UNUSED = unused();

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest unused() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A fingerprint of nothing yet. */
  public static Fingerprint start() {
    return new Fingerprint();
  }

  /** The fingerprint of one text. */
  public static long of(String text) {
    return start().add(text).bits();
  }

  /** Adds a text. */
  public Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  /** Adds a number. */
  public Fingerprint add(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  /** Adds a text that may be absent, which is not the same as an empty one. */
  public Fingerprint add(Optional<String> text) {
    text.ifPresentOrElse(this::add, () -> add(-1));
    return this;
  }

  /** The fingerprint of all that was added. */
  public long bits() {
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
