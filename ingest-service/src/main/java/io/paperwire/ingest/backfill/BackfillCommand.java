package io.paperwire.ingest.backfill;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import io.paperwire.ingest.config.UpstreamConfiguration;
import io.paperwire.ingest.contracts.Contracts;
import io.paperwire.ingest.publish.PublishException;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.source.MissingPartsException;
import io.paperwire.ingest.source.Source;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Runs a backfill in this process, without the service's server. */
public final class BackfillCommand {

  /** Whose upstreams can be asked for the past. */
  static final List<String> SOURCES =
      List.of("arxiv-oai", "arxiv-api", "biorxiv", "openalex", "crossref", "pubmed");

  private BackfillCommand() {}

  /**
   * Runs an order.
   *
   * @param context has the configuration of the service
   * @param screen is told how far it is
   * @return the exit code: 0 done, 1 failed or parts are missing, 2 cannot be done
   */
  public static int run(ApplicationContext context, BackfillOrder order, Screen screen) {
    List<Source> named;
    try {
      named =
          context.getBeansOfType(Source.class).stream()
              .filter(source -> source.name().equals(order.source()))
              .toList();
    } catch (BeanContextException e) {
      screen.say(rootMessage(e));
      return 2;
    }
    if (named.isEmpty()) {
      screen.say(notThere(order.source()));
      return 2;
    }
    return named
        .getFirst()
        .backfill(order.period())
        .map(past -> run(context, order, past, screen))
        .orElseGet(
            () -> {
              screen.say("the upstream of '" + order.source() + "' cannot be asked for the past");
              return 2;
            });
  }

  private static String notThere(String source) {
    return SOURCES.contains(source)
        ? "the source '%s' is not switched on: set PAPERWIRE_INGEST_%s_ENABLED=true and what else docs/ingest.md names for it"
            .formatted(source, source.toUpperCase(Locale.ROOT).replace('-', '_'))
        : "there is no source '%s' whose past can be read, only %s"
            .formatted(source, String.join(", ", SOURCES));
  }

  private static String rootMessage(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static int run(
      ApplicationContext context, BackfillOrder order, Source past, Screen screen) {
    Backfill backfill =
        new Backfill(past, order.period(), context.getBean(InstantSource.class), screen);
    try {
      if (!order.dryRun() || context.getBean(UpstreamConfiguration.class).shared()) {
        context.getBean(Contracts.class).provideAtOnce();
      }
      if (order.dryRun()) {
        backfill.readOnly();
      } else {
        backfill.publish(context.getBean(SourceSessions.class));
      }
      screen.say("all of " + order.period() + " has been read: " + backfill.summary());
      return 0;
    } catch (MissingPartsException e) {
      screen.say("not all of " + order.period() + " has been read: " + backfill.summary());
      e.parts().forEach(part -> screen.say("missing: " + part));
      screen.say("once that is mended, run the same command again to read what is missing");
      return 1;
    } catch (PublishException | IOException e) {
      screen.say(e.getMessage() + "; run the same command again to go on");
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
