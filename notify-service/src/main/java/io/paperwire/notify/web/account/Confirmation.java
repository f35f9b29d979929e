package io.paperwire.notify.web.account;

/** What became of a confirmation. */
public sealed interface Confirmation {

  /**
   * The subscription is confirmed now.
   *
   * @param manageToken lets its holder change the preferences
   */
  record Confirmed(String manageToken) implements Confirmation {}

  /**
   * The subscription had been confirmed before.
   *
   * @param manageToken lets its holder change the preferences
   */
  record AlreadyConfirmed(String manageToken) implements Confirmation {}

  /**
   * The link does not confirm anything.
   *
   * @param why the reason, for readers
   */
  record DeadLink(String why) implements Confirmation {}
}
