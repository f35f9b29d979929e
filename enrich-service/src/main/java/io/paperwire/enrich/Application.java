package io.paperwire.enrich;

import io.micronaut.runtime.Micronaut;

/** Starts the enrich service. */
public final class Application {

  private Application() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) {
    Micronaut.build(arguments).mainClass(Application.class).banner(false).start();
  }
}
