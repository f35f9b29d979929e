package io.paperwire.embedding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells texts apart: the same text under the same model has the same vector. */
public final class TextHash {

  private TextHash() {}

  /** SHA-256 of model and text, 64 hexadecimal digits. */
  public static String of(EmbeddingModel model, String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (model.name() + "\0" + model.version() + "\0").getBytes(StandardCharsets.UTF_8));
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}
