package io.paperwire.notify.matching;

import java.util.Optional;

/**
 * What a subscriber asks for, read once, so that many papers can be held against it.
 *
 * <p>Not safe for use by several threads.
 */
public interface Wishes {

  /**
   * Why the subscriber wants a paper, all their interests considered.
   *
   * @return nothing if they do not want it
   */
  Optional<Match> explain(PaperInView paper);

  /** Whether the subscriber wants a paper, which costs less than to tell why. */
  boolean want(PaperInView paper);
}
