package io.paperwire.ingest.submission;

import io.paperwire.ingest.config.SubmissionConfiguration;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Knows keys by their SHA-256. Keys are long and random, so that a plain hash protects them. */
@Singleton
public final class ApiKeys {

  private final List<byte[]> digests;

  /** The keys that the configuration knows. */
  public ApiKeys(SubmissionConfiguration configuration) {
    digests = configuration.apiKeys().stream().map(HexFormat.of()::parseHex).toList();
  }

  /** True if nobody has a key. */
  boolean isEmpty() {
    return digests.isEmpty();
  }

  /** Whether a key is known. Takes as long for any key, near miss or not. */
  boolean knows(String key) {
    byte[] digest = sha256(key);
    boolean known = false;
    for (byte[] candidate : digests) {
      known |= MessageDigest.isEqual(candidate, digest);
    }
    return known;
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
