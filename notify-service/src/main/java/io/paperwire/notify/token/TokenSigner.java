package io.paperwire.notify.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and checks tokens; the format stands in the package's description. */
public final class TokenSigner {

  /** The least length of a secret, in bytes of its UTF-8 form. */
  public static final int SECRET_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte VERSION = 1;
  private static final int PAYLOAD_BYTES = 26;
  private static final int SIGNATURE_BYTES = 16;
  private static final int TOKEN_CHARACTERS = 56;
  private static final long NEVER = 0;

  private final List<SecretKeySpec> keys;
  private final InstantSource clock;

  /**
   * A signer over one or more secrets.
   *
   * @param secrets the first signs, all verify
   * @param clock tells when tokens expire
   * @throws IllegalArgumentException if there is no secret, or one is shorter than {@link
   *     #SECRET_BYTES}; the message does not repeat the secret
   */
  public TokenSigner(List<String> secrets, InstantSource clock) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("there is no secret");
    }
    this.keys = secrets.stream().map(TokenSigner::key).toList();
    this.clock = clock;
  }

  /** A token that lets its holder do what the scope says for the subscriber. */
  public String issue(UUID subscriberId, TokenScope scope) {
    long expiry =
        scope
            .lifetime()
            .map(lifetime -> clock.instant().plus(lifetime).getEpochSecond())
            .orElse(NEVER);
    byte[] payload =
        ByteBuffer.allocate(PAYLOAD_BYTES)
            .put(VERSION)
            .put(scope.code())
            .putLong(subscriberId.getMostSignificantBits())
            .putLong(subscriberId.getLeastSignificantBits())
            .putLong(expiry)
            .array();
    byte[] token = Arrays.copyOf(payload, PAYLOAD_BYTES + SIGNATURE_BYTES);
    byte[] signature = signature(keys.getFirst(), payload);
    System.arraycopy(signature, 0, token, PAYLOAD_BYTES, SIGNATURE_BYTES);
    return Base64.getUrlEncoder().encodeToString(token);
  }

  /**
   * Checks a token as it came from outside.
   *
   * @param token any text
   * @param scope what its holder wants to do
   */
  public TokenOutcome verify(String token, TokenScope scope) {
    Optional<byte[]> bytes = decode(token);
    if (bytes.isEmpty()) {
      return new TokenOutcome.Malformed();
    }
    byte[] payload = Arrays.copyOf(bytes.get(), PAYLOAD_BYTES);
    byte[] signature =
        Arrays.copyOfRange(bytes.get(), PAYLOAD_BYTES, PAYLOAD_BYTES + SIGNATURE_BYTES);
    if (keys.stream().noneMatch(key -> matches(key, payload, signature))) {
      return new TokenOutcome.Forged();
    }
    return judge(ByteBuffer.wrap(payload), scope);
  }

  private TokenOutcome judge(ByteBuffer payload, TokenScope wanted) {
    payload.get(); // the version, checked when the token was decoded
    Optional<TokenScope> scope = TokenScope.of(payload.get());
    if (scope.isEmpty()) {
      return new TokenOutcome.Malformed();
    }
    if (scope.get() != wanted) {
      return new TokenOutcome.WrongScope(scope.get());
    }
    UUID subscriberId = new UUID(payload.getLong(), payload.getLong());
    long expiry = payload.getLong();
    if (expiry != NEVER && clock.instant().getEpochSecond() >= expiry) {
      return new TokenOutcome.Expired();
    }
    return new TokenOutcome.Valid(
        subscriberId, wanted.lifetime().map(Instant.ofEpochSecond(expiry)::minus));
  }

  private static Optional<byte[]> decode(String token) {
    if (token.length() != TOKEN_CHARACTERS) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      boolean known = bytes.length == PAYLOAD_BYTES + SIGNATURE_BYTES && bytes[0] == VERSION;
      return known ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static boolean matches(SecretKeySpec key, byte[] payload, byte[] signature) {
    return MessageDigest.isEqual(signature(key, payload), signature);
  }

  private static byte[] signature(SecretKeySpec key, byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }

  private static SecretKeySpec key(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SECRET_BYTES) {
      throw new IllegalArgumentException(
          "a secret of %d bytes is too short, it needs at least %d"
              .formatted(bytes.length, SECRET_BYTES));
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}
