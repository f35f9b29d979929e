package io.paperwire.notify.web.account;

import io.paperwire.notify.mail.PlainAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address that can be written to.
 *
 * @param text the address as it is written to
 */
record MailAddress(String text) {

  /** Of these the JDK makes the domain of somebody else, as IDNA did until 2008. */
  private static final Pattern READ_IN_TWO_WAYS = Pattern.compile("[\\u00DF\\u03C2\\u200C\\u200D]");

  /**
   * Reads what somebody typed; empty if it is not one {@linkplain PlainAddress plain address} with
   * a dotted domain. A domain in another script is written in ASCII (IDNA); what stands before the
   * at sign cannot be.
   */
  static Optional<MailAddress> parse(String typed) {
    String address = typed.strip();
    int domain = address.lastIndexOf('@') + 1;
    return ascii(address.substring(domain))
        .filter(name -> name.contains("."))
        .map(name -> address.substring(0, domain) + name)
        .filter(PlainAddress::matches)
        .map(MailAddress::new);
  }

  private static Optional<String> ascii(String domain) {
    if (READ_IN_TWO_WAYS.matcher(domain).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(domain));
    } catch (IllegalArgumentException noDomain) {
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
