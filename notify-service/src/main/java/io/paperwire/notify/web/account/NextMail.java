package io.paperwire.notify.web.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What a transaction leaves to be done after it. */
sealed interface NextMail {

  /** The link that confirms is to be sent. */
  record Confirm(UUID id, String address, Preferences preferences) implements NextMail {}

  /** The link that manages is to be sent, and that a sign-up has changed nothing. */
  record Known(UUID id, String address) implements NextMail {}

  /** The link that manages is to be sent. */
  record Manage(UUID id, String address) implements NextMail {}

  /** The link that erases is to be sent, as was asked at a time. */
  record Erase(UUID id, String address, Instant asked) implements NextMail {}

  /** A mail was sent a moment ago; the next may be after this time. */
  record Wait(Duration time) implements NextMail {}

  /** No mail is to be sent. */
  record Nothing() implements NextMail {}
}
