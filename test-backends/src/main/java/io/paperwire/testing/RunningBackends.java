package io.paperwire.testing;

/** Backends that someone has started and has to stop. */
interface RunningBackends extends Backends, AutoCloseable {

  @Override
  void close();
}
