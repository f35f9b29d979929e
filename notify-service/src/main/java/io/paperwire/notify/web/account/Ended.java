package io.paperwire.notify.web.account;

/** What became of a wish to end a subscription. */
public enum Ended {
  /** It has ended now. */
  DONE,
  /** It had ended before. */
  ALREADY,
  /** The link leads to no subscription. */
  DEAD_LINK
}
