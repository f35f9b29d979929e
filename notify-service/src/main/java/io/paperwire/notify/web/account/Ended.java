package io.paperwire.notify.web.account;

/** What became of a wish to end a subscription. */
public enum Ended {
  /** It has ended now. */
  DONE,
  /** It had ended before. */
  ALREADY,
  /** There is nothing left of it: it was erased, or forgotten some time after its end. */
  GONE,
  /** The link leads to no subscription. */
  DEAD_LINK
}
