package io.paperwire.notify.web.account;

/** What became of the check of a form. */
public sealed interface CheckedForm {

  /** All is well. */
  record Accepted(Preferences preferences) implements CheckedForm {}

  /** Something is wrong. */
  record Rejected(FieldErrors errors) implements CheckedForm {}
}
