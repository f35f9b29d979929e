package io.paperwire.standalone.demo;

/** The demonstration did not go as it must. */
public final class DemoFailure extends RuntimeException {

  DemoFailure(String message) {
    super(message);
  }
}
