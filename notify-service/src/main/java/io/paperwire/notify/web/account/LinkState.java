package io.paperwire.notify.web.account;

/** Whether a link would do what it says. Found out without changing anything. */
public enum LinkState {
  /** It would. */
  GOOD,
  /** It has done so before, and nothing has changed since. */
  USED,
  /** It is genuine, but too old. */
  EXPIRED,
  /** It was cut off or made up. */
  BROKEN,
  /** It is genuine, but there is nothing left that it could act on. */
  GONE
}
