package io.paperwire.standalone.ranking;

import java.util.List;
import java.util.Optional;

/**
 * A profile as a file gives it.
 *
 * @param id whose it is
 * @param likes ids of papers they like
 * @param dislikes ids of papers they do not want more of
 * @param candidates ids of the papers to rank; empty: those of the command, or all others
 */
public record ProfileLine(
    String id, List<String> likes, List<String> dislikes, Optional<List<String>> candidates) {

  public ProfileLine {
    likes = List.copyOf(likes);
    dislikes = List.copyOf(dislikes);
    candidates = candidates.map(List::copyOf);
  }
}
