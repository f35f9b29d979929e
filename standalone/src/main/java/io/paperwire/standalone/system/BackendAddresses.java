package io.paperwire.standalone.system;

import io.paperwire.embedded.EmbeddedBackends;

/**
 * Where the services find the backends.
 *
 * @param bootstrapServers of the broker
 * @param registryUrl of the schema registry's API
 * @param jdbcUrl of the database
 * @param databaseUser who is let in there
 * @param databasePassword with this password; may be empty
 * @param smtpHost of the mailbox
 * @param smtpPort of the mailbox
 */
record BackendAddresses(
    String bootstrapServers,
    String registryUrl,
    String jdbcUrl,
    String databaseUser,
    String databasePassword,
    String smtpHost,
    int smtpPort) {

  /** Those of running backends. */
  static BackendAddresses of(EmbeddedBackends backends) {
    return new BackendAddresses(
        backends.broker().bootstrapServers(),
        backends.registry().url(),
        backends.postgres().jdbcUrl(),
        backends.postgres().user(),
        backends.postgres().password(),
        backends.mailbox().smtpHost(),
        backends.mailbox().smtpPort());
  }
}
