package io.paperwire.standalone.system;

/**
 * Where a running system is reached.
 *
 * @param web the web page
 * @param mailbox the mailbox's page
 * @param ingest ingest's API
 * @param bootstrapServers of the broker
 * @param registry the schema registry's API
 */
public record SystemAddresses(
    String web, String mailbox, String ingest, String bootstrapServers, String registry) {}
