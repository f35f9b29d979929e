package io.paperwire.enrich;

import io.paperwire.deployment.ServiceStart;
import java.util.Locale;

/** Starts the enrich service. */
public final class Application {

  private Application() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) {
    // Figures and letters are the same on every machine, whatever its language.
    Locale.setDefault(Locale.ROOT);
    new ServiceStart("enrich-service")
        .args(arguments)
        .mainClass(Application.class)
        .banner(false)
        .start();
  }
}
