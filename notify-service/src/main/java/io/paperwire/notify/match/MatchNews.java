package io.paperwire.notify.match;

/** Hears how the tasks of an instance are, each by its name. Is told by several threads. */
interface MatchNews {

  /** Nobody hears anything. */
  MatchNews UNHEARD =
      new MatchNews() {
        @Override
        public void waits(String task, long papers) {
          // nobody hears it
        }

        @Override
        public void fills(String task, long read, long all) {
          // nobody hears it
        }

        @Override
        public void isFilled(String task) {
          // nobody hears it
        }
      };

  /** So many papers of the past wait for a task. */
  void waits(String task, long papers);

  /**
   * A task that begins fills its index from its stores, and matches nothing before that is done.
   *
   * @param read how many subscribers are in the index
   * @param all about how many there are; the store only estimates it
   */
  void fills(String task, long read, long all);

  /** A task has filled its index, or has given up. */
  void isFilled(String task);
}
