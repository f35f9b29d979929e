package io.paperwire.notify.mail.render;

/** Whether a mail may have reached its reader before. */
public enum Sending {
  /** It cannot have. */
  FIRST,
  /**
   * An earlier attempt ended without knowing whether the mail server had taken the mail. The mail
   * says so at its top and in a header.
   */
  PERHAPS_AGAIN
}
