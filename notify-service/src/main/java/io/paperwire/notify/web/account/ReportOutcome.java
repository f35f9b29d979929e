package io.paperwire.notify.web.account;

import java.util.Locale;

/** What became of a report on a mail. */
public enum ReportOutcome {
  /** The mail came back from its address: it counts like a refusal while it was sent. */
  BOUNCED("the digest came back, which counts against its address"),
  /** Its reader complained: the subscription has ended. */
  COMPLAINED("the reader complained, and the subscription has ended"),
  /** The same report came before, or what it asks for was done already. */
  ALREADY("nothing was left to do"),
  /** The mail came, or may still come. */
  NO_FAILURE("the digest was delivered, or may still be"),
  /** The mail failed for what it is, by a policy, or for now: the address is not to blame. */
  NOT_THE_ADDRESS("the digest failed for another reason than its address"),
  /**
   * The report is about an address that is not the subscriber's, such as one of a list's members.
   */
  OTHER_RECIPIENT("the report is about another address than the digest was sent to"),
  /** What becomes of the mail is not written down yet: the report has to come again. */
  TOO_EARLY("the digest is still being sent; hand the report in again in a minute"),
  /** Proven, but nothing is known of the mail, or nothing any more. */
  UNKNOWN_MAIL("no digest is known by the Message-ID that the report returns"),
  /** The report does not return what only a mail of ours had. */
  UNPROVEN("the report does not return a token of ours that is still good"),
  /** It is no report at all. */
  NO_REPORT("the mail is neither a delivery status notification nor a complaint");

  private final String words;

  ReportOutcome(String words) {
    this.words = words;
  }

  /** The name for programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same for people. */
  public String words() {
    return words;
  }
}
