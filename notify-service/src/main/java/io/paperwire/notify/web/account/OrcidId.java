package io.paperwire.notify.web.account;

import io.paperwire.interest.Clause;
import java.util.Optional;

/** ORCID iDs that people type, as the interest language reads them. */
public final class OrcidId {

  private OrcidId() {}

  /** The iD in its usual form; nothing if it is none or its last character shows a typo. */
  public static Optional<String> read(String text) {
    return Clause.Orcid.read(text).map(Clause.Orcid::id);
  }

  /** Whether it is written as an iD, but its last character shows a typo. */
  static boolean isMistyped(String text) {
    return Clause.Orcid.looksLikeOne(text) && read(text).isEmpty();
  }
}
