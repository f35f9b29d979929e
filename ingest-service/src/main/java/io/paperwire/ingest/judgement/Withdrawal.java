package io.paperwire.ingest.judgement;

import io.paperwire.ingest.record.SourceRecord;
import java.util.regex.Pattern;

/**
 * Tells whether authors withdraw their paper. No upstream has a flag for it: arXiv makes a new
 * version whose comment, and often whose abstract, begins with words such as "This paper has been
 * withdrawn". Words elsewhere in a sentence do not count, since papers also speak of withdrawn
 * drugs.
 */
final class Withdrawal {

  private static final String WHAT =
      "(?:paper|submission|article|manuscript|preprint|work|version|report|arxiv submission)";

  private static final Pattern IN_COMMENT =
      Pattern.compile(
          "(?i)(?:^|[.;!]\\s*)(?:(?:this|the|our)\\s+)?(?:"
              + WHAT
              + "\\s+)?(?:(?:has|have) been\\s+|is\\s+|was\\s+)?(?:temporarily\\s+|now\\s+)?"
              + "withdrawn\\b(?!\\s+(?:paper|submission|version|article))");

  private static final Pattern IN_ABSTRACT =
      Pattern.compile(
          "(?i)(?:this|the|our)\\s+"
              + WHAT
              + "\\s+(?:has been|have been|is|was)(?:\\s+being)?\\s+(?:temporarily\\s+|now\\s+)?"
              + "withdrawn\\b");

  private Withdrawal() {}

  static boolean isDeclaredBy(SourceRecord record) {
    return record.publication().comment().filter(c -> IN_COMMENT.matcher(c).find()).isPresent()
        || record.abstractText().filter(a -> IN_ABSTRACT.matcher(a).lookingAt()).isPresent();
  }
}
