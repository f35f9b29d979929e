package io.paperwire.ingest.backfill;

import io.micronaut.context.ApplicationContext;
import io.paperwire.ingest.config.UpstreamConfiguration;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.publish.PublishException;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.source.Source;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Runs a backfill in this process, without the service's server. */
public final class BackfillCommand {

  private BackfillCommand() {}

  /**
   * Runs an order.
   *
   * @param context has the configuration of the service
   * @param screen is told how far it is, line by line
   * @return the exit code: 0 done, 1 failed, 2 cannot be done
   */
  public static int run(ApplicationContext context, BackfillOrder order, Consumer<String> screen) {
    List<Source> sources = List.copyOf(context.getBeansOfType(Source.class));
    List<Source> named = sources.stream().filter(s -> s.name().equals(order.source())).toList();
    if (named.isEmpty()) {
      screen.accept(
          "no source '%s' is switched on, only %s"
              .formatted(order.source(), sources.stream().map(Source::name).sorted().toList()));
      return 2;
    }
    return named
        .getFirst()
        .backfill(order.period())
        .map(past -> run(context, order, past, screen))
        .orElseGet(
            () -> {
              screen.accept(
                  "the upstream of '" + order.source() + "' cannot be asked for the past");
              return 2;
            });
  }

  private static int run(
      ApplicationContext context, BackfillOrder order, Source past, Consumer<String> screen) {
    Backfill backfill =
        new Backfill(past, order.period(), context.getBean(InstantSource.class), screen);
    try {
      if (!order.dryRun() || context.getBean(UpstreamConfiguration.class).shared()) {
        context.getBean(Contracts.class).provide();
      }
      if (order.dryRun()) {
        backfill.readOnly();
      } else {
        backfill.publish(context.getBean(SourceSessions.class));
      }
      screen.accept("all of " + order.period() + " has been read");
      return 0;
    } catch (PublishException | IOException e) {
      screen.accept(e.getMessage() + "; run the same command again to go on");
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
