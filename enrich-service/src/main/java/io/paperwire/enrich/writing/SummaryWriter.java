package io.paperwire.enrich.writing;

/** Writes what is new in a paper. May be asked by several threads. */
interface SummaryWriter {

  /** Name of the model that writes. */
  String model();

  /**
   * What is new, in one or two sentences on one line.
   *
   * @throws WritingException if there is no answer, or none that can be used
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  String write(String title, String abstractText) throws InterruptedException;
}
