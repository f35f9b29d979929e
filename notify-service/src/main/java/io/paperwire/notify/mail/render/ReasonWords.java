package io.paperwire.notify.mail.render;

import static io.paperwire.index.Reason.CERTAIN_AUTHOR;
import static io.paperwire.index.Reason.LIKELY_AUTHOR;

import io.paperwire.schemas.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in plain words why a paper is in a mail. */
final class ReasonWords {

  /** Reasons that a paper shows; further ones are counted. */
  private static final int MOST_REASONS = 3;

  private static final int EVIDENCE_CHARACTERS = 100;

  private ReasonWords() {}

  /** One line for all reasons of a paper, strongest first as given. */
  static String of(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return "it matches your interests";
    }
    List<String> said = new ArrayList<>();
    reasons.stream().limit(MOST_REASONS).map(ReasonWords::of).forEach(said::add);
    int more = reasons.size() - MOST_REASONS;
    if (more > 0) {
      said.add(more == 1 ? "and one more reason" : "and " + more + " more reasons");
    }
    return String.join("; ", said);
  }

  private static String of(Reason reason) {
    String interest = CleanText.line(reason.getInterest());
    String evidence = evidence(reason);
    return switch (reason.getKind()) {
      case TOPIC -> "about " + topic(interest, evidence);
      case PHRASE ->
          says(evidence, interest)
              ? "mentions “" + interest + "”"
              : "mentions “" + evidence + "”, your phrase being “" + interest + "”";
      case AUTHOR -> author(interest, evidence, reason.getScore());
      case TREND -> evidence.isEmpty() ? "trending" : "trending: " + evidence;
      case QUERY -> "found by “" + interest + "”" + unlessSame(" (%s)", evidence, interest);
      case LIKE ->
          evidence.isEmpty()
              ? "like papers that you like"
              : "near to your liked “" + evidence + "”";
      case UNKNOWN -> "matches “" + interest + "”";
    };
  }

  /** A bracket that is cut off is closed. */
  private static String evidence(Reason reason) {
    String evidence =
        CleanText.shortened(CleanText.line(reason.getEvidence()), EVIDENCE_CHARACTERS);
    boolean isOpen = evidence.lastIndexOf('(') > evidence.lastIndexOf(')');
    return isOpen && evidence.endsWith("…") ? evidence + ")" : evidence;
  }

  /**
   * A topic, with the narrower one that the paper is about. The evidence begins with the name of
   * either, so that of the topic itself is not said twice.
   */
  private static String topic(String interest, String evidence) {
    if (says(evidence, interest)) {
      return interest;
    }
    return evidence.startsWith(interest + " (") ? evidence : interest + ": " + evidence;
  }

  private static String author(String interest, String evidence, double score) {
    String listed = unlessSame(" (listed as “%s”)", evidence, interest);
    if (score >= CERTAIN_AUTHOR) {
      return "by " + interest + ", whom you follow" + listed;
    }
    return score >= LIKELY_AUTHOR
        ? "probably by " + interest + ", whom you follow" + listed
        : "perhaps by " + interest + ", whom you follow: only part of the name agrees" + listed;
  }

  private static String unlessSame(String format, String evidence, String interest) {
    return says(evidence, interest) ? "" : format.formatted(evidence);
  }

  private static boolean says(String evidence, String interest) {
    return evidence.isEmpty()
        || evidence.toLowerCase(Locale.ROOT).equals(interest.toLowerCase(Locale.ROOT));
  }
}
