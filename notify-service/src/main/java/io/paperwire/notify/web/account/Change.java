package io.paperwire.notify.web.account;

/** What became of a change of preferences. */
public sealed interface Change {

  /** The preferences are saved. */
  record Saved() implements Change {}

  /** The form is wrong. */
  record Refused(FieldErrors errors) implements Change {}

  /**
   * The link leads to no subscription.
   *
   * @param why the reason, for readers
   */
  record NoAccount(String why) implements Change {}
}
