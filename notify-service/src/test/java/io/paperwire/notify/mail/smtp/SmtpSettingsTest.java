package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SmtpSettingsTest {

  @Test
  void shouldDemandEncryptionUnlessTheServerIsOnThisMachineOrItIsTurnedOff() {
    assertThat(encrypted("127.0.0.1", Optional.empty())).isEqualTo("false");
    assertThat(encrypted("192.0.2.1", Optional.empty())).isEqualTo("true");
    assertThat(encrypted("192.0.2.1", Optional.of(false))).isEqualTo("false");
    assertThat(encrypted("127.0.0.1", Optional.of(true))).isEqualTo("true");
  }

  @Test
  void shouldSpeakTlsFromTheFirstByteOnAtThePortForThat() {
    assertThat(
            settings("192.0.2.1", 465, Optional.empty(), Optional.empty())
                .session(Duration.ofSeconds(3)))
        .containsEntry("mail.smtp.ssl.enable", "true")
        .containsEntry("mail.smtp.starttls.required", "false");
    assertThat(
            settings("192.0.2.1", 587, Optional.empty(), Optional.empty())
                .session(Duration.ofSeconds(3)))
        .containsEntry("mail.smtp.ssl.enable", "false")
        .containsEntry("mail.smtp.starttls.required", "true");
  }

  @Test
  void shouldLimitTheTimeoutWhereLessIsWanted() {
    SmtpSettings settings = settings("127.0.0.1", Optional.empty(), Optional.empty());

    assertThat(settings.session(Duration.ofSeconds(3)))
        .containsEntry("mail.smtp.connectiontimeout", "3000")
        .containsEntry("mail.smtp.timeout", "3000")
        .containsEntry("mail.smtp.writetimeout", "3000");
    assertThat(settings.session(Duration.ofMinutes(3))).containsEntry("mail.smtp.timeout", "20000");
  }

  @Test
  void shouldRefuseAUserWithoutAPassword() {
    assertThatThrownBy(() -> settings("localhost", Optional.empty(), Optional.of("paperwire")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("paperwire.mail.smtp.username is set, but paperwire.mail.smtp.password is not");
  }

  private static String encrypted(String host, Optional<Boolean> starttls) {
    return settings(host, starttls, Optional.empty())
        .session(Duration.ofSeconds(3))
        .getProperty("mail.smtp.starttls.required");
  }

  private static SmtpSettings settings(
      String host, Optional<Boolean> starttls, Optional<String> username) {
    return settings(host, 25, starttls, username);
  }

  private static SmtpSettings settings(
      String host, int port, Optional<Boolean> starttls, Optional<String> username) {
    return new SmtpSettings(
        host,
        port,
        username,
        Optional.empty(),
        starttls,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(20),
        Duration.ofMinutes(5));
  }
}
