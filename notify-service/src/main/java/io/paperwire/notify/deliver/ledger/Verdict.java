package io.paperwire.notify.deliver.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a delivery ended. */
public enum Verdict {
  /** The mail server took the mail. */
  SENT,
  /** The mail server will never take it for this address. */
  REFUSED,
  /** All attempts failed, or no mail could be made of the digest until now. */
  FAILED,
  /** There is nobody to send it to: unsubscribed, or gone. */
  SKIPPED;

  /** Whether nothing is done any more for a digest that ended so, whoever sends it in again. */
  boolean isFinal() {
    return this != FAILED;
  }

  /** The word that stands in the ledger. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verdict that a word in the ledger stands for; none for claimed and deferred. */
  static Optional<Verdict> of(String word) {
    return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
  }
}
