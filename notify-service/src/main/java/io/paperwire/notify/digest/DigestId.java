package io.paperwire.notify.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Computes the id of a digest from its content: the first half of a SHA-256, in hex. */
final class DigestId {

  private static final int BYTES = 16;

  private DigestId() {}

  /** The id of a digest; the order of its papers does not matter. */
  static String of(DigestOccasion occasion, List<String> paperIds) {
    MessageDigest hash = sha256();
    add(hash, occasion.subscriberId());
    add(hash, occasion.cadence());
    add(hash, occasion.due().toString());
    paperIds.stream().sorted().forEach(id -> add(hash, id));
    return HexFormat.of().formatHex(hash.digest(), 0, BYTES);
  }

  /** Adds a part behind its length, so that no two lists of parts read the same. */
  private static void add(MessageDigest hash, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    hash.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
