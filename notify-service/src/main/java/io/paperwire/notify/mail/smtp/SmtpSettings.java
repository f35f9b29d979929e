package io.paperwire.notify.mail.smtp;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * The configuration {@code paperwire.mail.smtp}.
 *
 * @param host the mail server
 * @param port its port; 587 and 465 are usual for a server that asks for a login
 * @param username user to log in as; absent if the server asks for none
 * @param password the user's password, best given as PAPERWIRE_MAIL_SMTP_PASSWORD
 * @param starttls whether the connection must be encrypted; if absent it must, except to a server
 *     on the same machine
 * @param implicitTls whether it is encrypted from the first byte on, without STARTTLS (RFC 8314);
 *     if absent it is at port 465
 * @param ehlo the name by which this client greets the server, such as {@code papers.example.org};
 *     if absent the name of the host, which in a container is none that a server could look up
 * @param timeout longest time to wait for a connection, and for each answer of the server
 * @param acceptTimeout longest time to wait for the answer to a whole mail, unless {@code timeout}
 *     is longer
 */
@ConfigurationProperties("paperwire.mail.smtp")
public record SmtpSettings(
    @Bindable(defaultValue = "localhost") String host,
    @Bindable(defaultValue = "25") int port,
    Optional<String> username,
    Optional<String> password,
    Optional<Boolean> starttls,
    Optional<Boolean> implicitTls,
    Optional<String> ehlo,
    @Bindable(defaultValue = "20s") Duration timeout,
    @Bindable(defaultValue = "5m") Duration acceptTimeout) {

  /** The port of submission over implicit TLS (RFC 8314, section 7.3). */
  private static final int SUBMISSIONS = 465;

  public SmtpSettings {
    if (username.isPresent() && password.isEmpty()) {
      throw new ConfigurationException(
          "paperwire.mail.smtp.username is set, but paperwire.mail.smtp.password is not");
    }
    if (timeout.toMillis() < 1) {
      throw new ConfigurationException("paperwire.mail.smtp.timeout must be positive");
    }
  }

  /**
   * The properties of a Jakarta Mail session.
   *
   * @param limit a shorter timeout than the configured one, if it is shorter
   */
  Properties session(Duration limit) {
    String wait = Long.toString((limit.compareTo(timeout) < 0 ? limit : timeout).toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    ehlo.ifPresent(name -> properties.setProperty("mail.smtp.localhost", name));
    properties.setProperty("mail.smtp.connectiontimeout", wait);
    properties.setProperty("mail.smtp.timeout", wait);
    properties.setProperty("mail.smtp.writetimeout", wait);
    // A server that is gone would be waited for, and nothing depends on its farewell.
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.auth", Boolean.toString(username.isPresent()));
    boolean implicit = implicitTls.orElse(port == SUBMISSIONS);
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(implicit));
    String encrypted = Boolean.toString(!implicit && starttls.orElseGet(() -> !isThisMachine()));
    properties.setProperty("mail.smtp.starttls.enable", encrypted);
    properties.setProperty("mail.smtp.starttls.required", encrypted);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  /** The server's name for people. */
  String server() {
    return host + ":" + port;
  }

  private boolean isThisMachine() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + server() + "]";
  }
}
