package io.paperwire.ingest;

import io.micronaut.context.ApplicationContext;
import io.paperwire.deployment.ServiceStart;
import io.paperwire.ingest.backfill.BackfillCommand;
import io.paperwire.ingest.backfill.BackfillOrder;
import io.paperwire.ingest.backfill.Screen;
import java.util.Locale;
import java.util.Optional;

/** Starts the ingest service, or a backfill with the service's configuration. */
public final class Application {

  private Application() {}

  /** Runs until the process is told to stop, or until the backfill has come to its end. */
  public static void main(String[] arguments) throws InterruptedException {
    // Figures and letters are the same on every machine, whatever its language.
    Locale.setDefault(Locale.ROOT);
    Screen screen = Screen.ofProcess();
    Optional<BackfillOrder> order;
    try {
      order = BackfillOrder.of(arguments);
    } catch (IllegalArgumentException e) {
      screen.say(String.valueOf(e.getMessage()));
      System.exit(2);
      return;
    }
    if (order.isPresent()) {
      System.exit(backfill(order.get(), screen));
    }
    new ServiceStart("ingest-service")
        .args(arguments)
        .mainClass(Application.class)
        .banner(false)
        .start();
  }

  private static int backfill(BackfillOrder order, Screen screen) {
    try (ApplicationContext context =
        ApplicationContext.builder().mainClass(Application.class).banner(false).start()) {
      return BackfillCommand.run(context, order, screen);
    } catch (RuntimeException failure) {
      screen.say(ServiceStart.mistake(failure).orElseThrow(() -> failure));
      return 2;
    }
  }
}
