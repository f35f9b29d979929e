package io.paperwire.notify.mail;

import java.util.regex.Pattern;

/**
 * Addresses that every mail server can be asked to write to: one mailbox in ASCII, of dotted words
 * (RFC 5321, section 4.1.2). Quotes, groups and comments (RFC 5322) are no part of it: by these one
 * mailbox has any number of names, and one address any number of mailboxes.
 */
public final class PlainAddress {

  private static final int MOST_CHARACTERS = 254;
  private static final int MOST_BEFORE_AT = 64;

  private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern PLAIN =
      Pattern.compile("%1$s(?:\\.%1$s)*@%2$s(?:\\.%2$s)*".formatted(WORD, LABEL));

  private PlainAddress() {}

  /** Whether a text is such an address. */
  public static boolean matches(String text) {
    return text.length() <= MOST_CHARACTERS
        && text.indexOf('@') <= MOST_BEFORE_AT
        && PLAIN.matcher(text).matches();
  }
}
