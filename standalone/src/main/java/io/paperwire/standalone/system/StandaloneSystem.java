package io.paperwire.standalone.system;

/** A running system, as whoever has started it sees it. */
public interface StandaloneSystem extends AutoCloseable {

  /** How it runs. */
  SystemSettings settings();

  /** Where people and programs reach it. */
  SystemAddresses addresses();

  /**
   * Waits until a part has died for good. Parts that can be started again come back by themselves.
   *
   * @return what is lost, in words for people
   */
  String awaitLoss() throws InterruptedException;

  @Override
  void close();
}
