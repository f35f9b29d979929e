package io.paperwire.notify.web.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells one version of a document from others (RFC 9110).
 *
 * @param quoted as it stands in a header
 */
record EntityTag(String quoted) {

  private static final int BYTES = 16;

  /** The tag of a document: the first half of its SHA-256. */
  static EntityTag of(String document) {
    byte[] hash = sha256().digest(document.getBytes(StandardCharsets.UTF_8));
    return new EntityTag('"' + HexFormat.of().formatHex(hash, 0, BYTES) + '"');
  }

  /**
   * Whether the tags that a client has, as in {@code If-None-Match}, name this one. A proxy that
   * compresses an answer makes its tag weak, which makes no difference here.
   */
  boolean isAmong(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(quoted) || tag.equals("*"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
