package io.paperwire.deployment;

import io.micronaut.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys that let callers in. They are known by their SHA-256 and are nowhere themselves; keys
 * are long and random, so that a plain hash protects them.
 */
public final class ApiKeys {

  /** The header that carries a key, unless {@code Authorization: Bearer} (RFC 6750) does. */
  public static final String HEADER = "X-API-Key";

  private static final String BEARER = "Bearer ";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final List<byte[]> digests;

  private ApiKeys(List<byte[]> digests) {
    this.digests = digests;
  }

  /**
   * Reads keys from configuration.
   *
   * @param property where they stand there
   * @param hashes SHA-256 of each key, in hexadecimal; blank ones are none
   * @throws IllegalArgumentException if one is no such hash; the message does not repeat it
   */
  public static ApiKeys of(String property, List<String> hashes) {
    List<String> given = hashes.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
    for (int i = 0; i < given.size(); i++) {
      if (!SHA256.matcher(given.get(i)).matches()) {
        throw new IllegalArgumentException(
            property
                + ", entry "
                + (i + 1)
                + ", is no SHA-256 in hexadecimal: make it with"
                + " printf %s \"$KEY\" | sha256sum");
      }
    }
    return new ApiKeys(given.stream().map(HexFormat.of()::parseHex).toList());
  }

  /** True if nobody has a key. */
  public boolean isEmpty() {
    return digests.isEmpty();
  }

  /** Whether the headers of a request carry a known key. */
  public boolean letIn(HttpHeaders headers) {
    return sent(headers).filter(this::knows).isPresent();
  }

  private static Optional<String> sent(HttpHeaders headers) {
    return Optional.ofNullable(headers.get(HEADER))
        .or(
            () ->
                headers
                    .getAuthorization()
                    .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                    .map(value -> value.substring(BEARER.length()).strip()));
  }

  /** Takes as long for any key, near miss or not. */
  private boolean knows(String key) {
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
