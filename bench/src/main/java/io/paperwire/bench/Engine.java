package io.paperwire.bench;

import io.paperwire.index.Paper;
import io.paperwire.interest.Expression;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/** Something that holds interests and is asked which of them a paper matches. */
interface Engine extends AutoCloseable {

  String name();

  /** Takes all interests; their numbers are their places in the list. */
  void build(List<Expression> interests) throws IOException;

  /** One who asks, for one thread. */
  Asking asking();

  @Override
  void close() throws IOException;

  /** Asks paper by paper. */
  interface Asking extends AutoCloseable {

    /** Analyses a paper and tells which interests it matches, each once. */
    void match(Paper paper, IntConsumer found) throws IOException;

    @Override
    default void close() {}
  }
}
