package io.paperwire.testing;

import io.paperwire.embedded.mailbox.Mailbox;

/** Running backends. Those that the test class has not asked for throw when they are used. */
public interface Backends {

  /** Where Kafka clients connect. */
  String bootstrapServers();

  /**
   * Kills the broker (SIGKILL). Other test classes use it too: start it again before the test ends.
   * A test that calls this is skipped on containers, whose ports change when they start again.
   */
  void killBroker() throws InterruptedException;

  /** Starts the broker again on the same port and data, and waits until it serves. */
  void restartBroker() throws InterruptedException;

  /** Base address of Confluent's schema registry API. */
  String registryUrl();

  /** JDBC address of a database that is empty when it is asked for under a new name. */
  String jdbcUrl(String database);

  /** User of the database. */
  String databaseUser();

  /** Password of the database's user; may be empty. */
  String databasePassword();

  /** The mailbox. Test classes share it: each has its mails sent to a domain of its own. */
  Mailbox mailbox();
}
