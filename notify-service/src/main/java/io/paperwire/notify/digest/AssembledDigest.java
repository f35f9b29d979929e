package io.paperwire.notify.digest;

import java.util.List;

/**
 * A digest's content.
 *
 * @param digestId reproducible id: the same occasion and papers give the same id
 * @param papers best first, at least one
 * @param leftOver ids of papers that did not fit and wait for the next digest
 */
public record AssembledDigest(String digestId, List<RankedPaper> papers, List<String> leftOver) {

  public AssembledDigest {
    papers = List.copyOf(papers);
    leftOver = List.copyOf(leftOver);
  }
}
