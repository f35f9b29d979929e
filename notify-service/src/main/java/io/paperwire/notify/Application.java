package io.paperwire.notify;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.Micronaut;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the notify service. */
public final class Application extends Micronaut {

  private Application() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) {
    // Figures and letters are the same on every machine, whatever its language.
    Locale.setDefault(Locale.ROOT);
    new Application().args(arguments).mainClass(Application.class).banner(false).start();
  }

  /** A mistake in the configuration is told in one line, any other failure with its trace. */
  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    Optional<Throwable> mistake =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(ConfigurationException.class::isInstance)
            .findFirst();
    if (mistake.isPresent()) {
      System.err.println("notify-service cannot start: " + mistake.get().getMessage());
      System.exit(1);
    }
    super.handleStartupException(environment, failure);
  }
}
