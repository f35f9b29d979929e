package io.paperwire.notify.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TokenSignerTest {

  private static final String OLD_SECRET = "an old secret of thirty-two bytes";
  private static final String NEW_SECRET = "a new secret, also of 32 bytes...";
  private static final UUID ANNA = UUID.fromString("4f6c1a52-5d3e-4c8e-9a70-2b1f0c9d8e7f");
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final TokenSigner signer = signer(NOW, OLD_SECRET);

  @Test
  void shouldAcceptWhatItIssuedInEachScope() {
    for (TokenScope scope : TokenScope.values()) {
      assertThat(signer.verify(signer.issue(ANNA, scope), scope))
          .isEqualTo(new TokenOutcome.Valid(ANNA, scope.lifetime().map(_ -> NOW)));
    }
  }

  @Test
  void shouldKeepTheFormatOfTokensThatAreInPeoplesMailboxes() {
    String token = "AXVPbBpSXT5MjppwKx8MnY5_AAAAAAAAAADnVPxzDGGXgLeDWT_787EX";

    assertThat(signer.issue(ANNA, TokenScope.UNSUBSCRIBE)).isEqualTo(token);
  }

  @Test
  void shouldExpireAfterTheLifetimeOfTheScope() {
    String confirm = signer.issue(ANNA, TokenScope.CONFIRM);
    String manage = signer.issue(ANNA, TokenScope.MANAGE);
    String unsubscribe = signer.issue(ANNA, TokenScope.UNSUBSCRIBE);
    String erase = signer.issue(ANNA, TokenScope.ERASE);

    assertThat(at(Duration.ofDays(1).minusSeconds(1)).verify(erase, TokenScope.ERASE))
        .isEqualTo(new TokenOutcome.Valid(ANNA, Optional.of(NOW)));
    assertThat(at(Duration.ofDays(1)).verify(erase, TokenScope.ERASE))
        .isEqualTo(new TokenOutcome.Expired());
    assertThat(at(Duration.ofDays(2).minusSeconds(1)).verify(confirm, TokenScope.CONFIRM))
        .isEqualTo(new TokenOutcome.Valid(ANNA, Optional.of(NOW)));
    assertThat(at(Duration.ofDays(2)).verify(confirm, TokenScope.CONFIRM))
        .isEqualTo(new TokenOutcome.Expired());
    assertThat(at(Duration.ofDays(90).minusSeconds(1)).verify(manage, TokenScope.MANAGE))
        .isEqualTo(new TokenOutcome.Valid(ANNA, Optional.of(NOW)));
    assertThat(at(Duration.ofDays(90)).verify(manage, TokenScope.MANAGE))
        .isEqualTo(new TokenOutcome.Expired());
    assertThat(at(Duration.ofDays(36_500)).verify(unsubscribe, TokenScope.UNSUBSCRIBE))
        .isEqualTo(new TokenOutcome.Valid(ANNA, Optional.empty()));
  }

  @Test
  void shouldRefuseATokenThatWasMadeForSomethingElse() {
    String token = signer.issue(ANNA, TokenScope.UNSUBSCRIBE);

    assertThat(signer.verify(token, TokenScope.MANAGE))
        .isEqualTo(new TokenOutcome.WrongScope(TokenScope.UNSUBSCRIBE));
  }

  @Test
  void shouldRefuseEveryChangeOfASingleBit() {
    byte[] bytes = Base64.getUrlDecoder().decode(signer.issue(ANNA, TokenScope.MANAGE));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      TokenOutcome outcome =
          signer.verify(Base64.getUrlEncoder().encodeToString(changed), TokenScope.MANAGE);
      // The first byte is the version: another version is another format.
      assertThat(outcome)
          .as("bit %d", bit)
          .isEqualTo(bit < 8 ? new TokenOutcome.Malformed() : new TokenOutcome.Forged());
    }
  }

  @Test
  void shouldCallMalformedWhatIsNoToken() {
    String token = signer.issue(ANNA, TokenScope.MANAGE);
    for (String text :
        List.of(
            "", "x", token + "A", token.substring(1), token.replace('A', '*'), "é".repeat(56))) {
      assertThat(signer.verify(text, TokenScope.MANAGE))
          .as(text)
          .isEqualTo(new TokenOutcome.Malformed());
    }
    assertThat(signer.verify("=".repeat(56), TokenScope.MANAGE))
        .isEqualTo(new TokenOutcome.Malformed());
  }

  @Test
  void shouldVerifyTokensOfAnOlderSecretButSignWithTheFirst() {
    TokenSigner rotated = signer(NOW, NEW_SECRET, OLD_SECRET);
    String old = signer.issue(ANNA, TokenScope.MANAGE);
    String fresh = rotated.issue(ANNA, TokenScope.MANAGE);

    assertThat(rotated.verify(old, TokenScope.MANAGE))
        .isEqualTo(new TokenOutcome.Valid(ANNA, Optional.of(NOW)));
    assertThat(fresh).isEqualTo(signer(NOW, NEW_SECRET).issue(ANNA, TokenScope.MANAGE));
    assertThat(signer.verify(fresh, TokenScope.MANAGE)).isEqualTo(new TokenOutcome.Forged());
    assertThat(signer(NOW, NEW_SECRET).verify(old, TokenScope.MANAGE))
        .isEqualTo(new TokenOutcome.Forged());
  }

  @Test
  void shouldRefuseWeakSecretsWithoutRepeatingThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer(NOW, OLD_SECRET, "short"))
        .withMessage("a secret of 5 bytes is too short, it needs at least 32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer(NOW))
        .withMessage("there is no secret");
  }

  private static TokenSigner at(Duration later) {
    return signer(NOW.plus(later), OLD_SECRET);
  }

  private static TokenSigner signer(Instant now, String... secrets) {
    return new TokenSigner(List.of(secrets), InstantSource.fixed(now));
  }
}
