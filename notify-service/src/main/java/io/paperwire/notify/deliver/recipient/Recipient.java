package io.paperwire.notify.deliver.recipient;

/** What the address book says about a subscriber. */
public sealed interface Recipient {

  /**
   * Wants the mails.
   *
   * @param address where they go
   */
  record Confirmed(String address) implements Recipient {

    /** Without the address: safe to log. */
    @Override
    public String toString() {
      return "Confirmed[]";
    }
  }

  /**
   * Gets no mail.
   *
   * @param reason why, for the ledger
   */
  record Absent(String reason) implements Recipient {}
}
