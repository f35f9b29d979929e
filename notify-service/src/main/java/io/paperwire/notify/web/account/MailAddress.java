package io.paperwire.notify.web.account;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail address that can be written to.
 *
 * @param text the address as it is written to
 */
record MailAddress(String text) {

  private static final int MOST_CHARACTERS = 254;

  /** Reads what somebody typed; empty if it is not one address with a dotted domain (RFC 5321). */
  static Optional<MailAddress> parse(String typed) {
    String address = typed.strip();
    int at = address.lastIndexOf('@');
    if (address.length() > MOST_CHARACTERS
        || at < 1
        || !address.substring(at).contains(".")
        || !PreferencesRules.isText(address)) {
      return Optional.empty();
    }
    try {
      InternetAddress parsed = new InternetAddress(address, true);
      return address.equals(parsed.getAddress())
          ? Optional.of(new MailAddress(address))
          : Optional.empty();
    } catch (AddressException e) {
      return Optional.empty();
    }
  }

  /** The address as it is compared. */
  String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Never the address: it must not reach a log. */
  @Override
  public String toString() {
    return "MailAddress[hidden]";
  }
}
