package io.paperwire.likeness;

import java.util.List;

/**
 * What somebody likes and does not like.
 *
 * @param likes papers they like; a description in their own words is one too
 * @param dislikes papers that they do not want more of
 */
public record Profile(List<ReadPaper> likes, List<ReadPaper> dislikes) {

  public Profile {
    likes = List.copyOf(likes);
    dislikes = List.copyOf(dislikes);
  }
}
