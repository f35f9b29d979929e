package io.paperwire.notify.mail.render;

import java.util.Locale;

/** Says in words how many votes a paper has. */
public final class VoteWords {

  private VoteWords() {}

  /** Upvotes in words, such as {@code 1,234 upvotes}. */
  public static String of(long votes) {
    return votes == 1 ? "1 upvote" : String.format(Locale.ENGLISH, "%,d upvotes", votes);
  }
}
