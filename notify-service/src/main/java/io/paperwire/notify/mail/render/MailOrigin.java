package io.paperwire.notify.mail.render;

import io.paperwire.notify.mail.PlainAddress;
import java.util.Optional;

/**
 * Who sends the mails.
 *
 * @param address the address in From
 * @param unsubscribeMailbox an address at which a person or a program reads requests to
 *     unsubscribe; offered beside the web page if present
 */
public record MailOrigin(String address, Optional<String> unsubscribeMailbox) {

  public MailOrigin {
    requireAddress(address);
    unsubscribeMailbox.ifPresent(MailOrigin::requireAddress);
  }

  /** The domain under which Message-IDs and the list are named. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static void requireAddress(String address) {
    if (!PlainAddress.matches(address)) {
      throw new IllegalArgumentException("'" + address + "' is not a mail address");
    }
  }
}
