package io.paperwire.streams;

/** Puts in place what a stream needs before it starts. Repeated until it succeeds. */
@FunctionalInterface
public interface Preparation {

  /**
   * Makes one attempt.
   *
   * @throws RuntimeException if something is not in place; its message tells people what to do
   * @throws InterruptedException if the service ends meanwhile
   */
  void prepare() throws InterruptedException;
}
