package io.paperwire.notify.web.account;

/**
 * A subscription as its owner sees it.
 *
 * @param address where mails go
 * @param preferences what is sent, and when
 * @param confirmed whether mails are being sent; false before the confirmation and after the end
 */
public record Account(String address, Preferences preferences, boolean confirmed) {

  /** Without the address: safe to log. */
  @Override
  public String toString() {
    return "Account[preferences=" + preferences + ", confirmed=" + confirmed + "]";
  }
}
