package io.paperwire.embedded.mailbox;

/**
 * How much a mailbox keeps; beyond it the oldest mails go. The newest stays, however large.
 *
 * @param mails so many
 * @param characters so many in all of them, as they came over the wire
 */
public record MailboxCapacity(int mails, long characters) {

  /** Enough to look at, and a small part of the memory of the process that it lives in. */
  public static final MailboxCapacity NEWEST = new MailboxCapacity(500, 32L << 20);

  /** Everything, for a process that ends before it is full. */
  public static final MailboxCapacity ALL = new MailboxCapacity(Integer.MAX_VALUE, Long.MAX_VALUE);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no room for a mail
   */
  public MailboxCapacity {
    if (mails < 1 || characters < 1) {
      throw new IllegalArgumentException("a mailbox has room for one mail at least");
    }
  }

  /** Whether all mails fit, however many come. */
  boolean isUnlimited() {
    return equals(ALL);
  }
}
