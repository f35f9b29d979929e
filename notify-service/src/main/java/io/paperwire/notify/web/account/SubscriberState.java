package io.paperwire.notify.web.account;

import java.util.Locale;

/** Where a subscription stands. */
enum SubscriberState {
  /** Signed up, not confirmed. */
  PENDING,
  /** Confirmed: mails are sent. */
  CONFIRMED,
  /** Ended by the subscriber. */
  UNSUBSCRIBED;

  /** The name in the database. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SubscriberState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
