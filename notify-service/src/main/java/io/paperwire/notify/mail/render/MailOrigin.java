package io.paperwire.notify.mail.render;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who sends the mails.
 *
 * @param address the address in From
 * @param unsubscribeMailbox an address at which a person or a program reads requests to
 *     unsubscribe; offered beside the web page if present
 */
public record MailOrigin(String address, Optional<String> unsubscribeMailbox) {

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,]+@([A-Za-z0-9.-]+)");

  public MailOrigin {
    requireAddress(address);
    unsubscribeMailbox.ifPresent(MailOrigin::requireAddress);
  }

  /** The domain under which Message-IDs and the list are named. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static void requireAddress(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("'" + address + "' is not a mail address");
    }
  }
}
