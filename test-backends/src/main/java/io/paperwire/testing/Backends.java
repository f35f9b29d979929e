package io.paperwire.testing;

import io.paperwire.embedded.mailbox.Mailbox;

/** Running backends. Those that the test class has not asked for throw when they are used. */
public interface Backends extends AutoCloseable {

  /** Where Kafka clients connect. */
  String bootstrapServers();

  /** Base address of Confluent's schema registry API. */
  String registryUrl();

  /** JDBC address of a database that is empty when it is asked for under a new name. */
  String jdbcUrl(String database);

  /** User of the database. */
  String databaseUser();

  /** Password of the database's user; may be empty. */
  String databasePassword();

  /** The mailbox. */
  Mailbox mailbox();

  @Override
  void close();
}
