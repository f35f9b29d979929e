package io.paperwire.notify.web.likes;

/** What became of a change to what somebody holds up. */
public enum Edited {
  /** It is done. */
  DONE,
  /** There is nothing such that could be changed. */
  NOTHING_SUCH,
  /** The link leads to no subscription. */
  DEAD_LINK
}
