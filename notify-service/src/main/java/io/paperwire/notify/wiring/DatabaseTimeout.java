package io.paperwire.notify.wiring;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * A database that falls silent without closing its connections, as behind a broken network, would
 * hold each thread that asks it for ever: the driver waits without end unless it is told.
 */
@Singleton
final class DatabaseTimeout implements BeanCreatedEventListener<DatasourceConfiguration> {

  /** The driver's name for it; in seconds. */
  private static final String SOCKET_TIMEOUT = "socketTimeout";

  private final DatabaseConfiguration database;

  DatabaseTimeout(DatabaseConfiguration database) {
    this.database = database;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration dataSource = event.getBean();
    dataSource
        .getDataSourceProperties()
        .putIfAbsent(SOCKET_TIMEOUT, Long.toString(database.timeout().toSeconds()));
    return dataSource;
  }

  /** Makes what Flyway calls. */
  @Factory
  static final class Migrations {

    /** Flyway's own for the data source of this name. */
    @Bean
    @Singleton
    @Named("default")
    Callback[] patience() {
      return new Callback[] {new MigrationPatience()};
    }
  }

  /**
   * To bring a large table up to date may take a statement longer than any other. A migration that
   * was given up would be begun anew at each start. The pool sets the connection right again.
   */
  private static final class MigrationPatience implements Callback {

    private static final int FOR_EVER = 0;

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public void handle(Event event, Context context) {
      try {
        context.getConnection().setNetworkTimeout(Runnable::run, FOR_EVER);
      } catch (SQLException e) {
        throw new FlywayException("the database cannot be given time for a migration", e);
      }
    }

    @Override
    public String getCallbackName() {
      return "patience";
    }
  }
}
