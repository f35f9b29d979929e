package io.paperwire.notify.match;

/** Hears how the tasks of an instance are, each by its name. Is told by several threads. */
interface MatchNews {

  /**
   * A task that begins fills its index from its stores, and matches nothing before that is done.
   *
   * @param read how many subscribers are in the index
   * @param all about how many there are; the store only estimates it
   */
  void fills(String task, long read, long all);

  /** A task has filled its index, or has given up. */
  void isFilled(String task);

  /** What a task has to do that matches papers, whenever that may have changed. */
  void works(String task, TaskLoad load);

  /** A task ends here; whoever has it next tells how it is. */
  void ends(String task);
}
