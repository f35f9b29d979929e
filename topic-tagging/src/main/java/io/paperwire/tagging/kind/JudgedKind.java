package io.paperwire.tagging.kind;

import java.util.List;

/**
 * The kind of a paper, and why.
 *
 * @param kind the kind
 * @param evidence the words of the paper that speak for it, first ones first; none for a method
 */
public record JudgedKind(PaperKind kind, List<String> evidence) {

  public JudgedKind {
    evidence = List.copyOf(evidence);
  }
}
