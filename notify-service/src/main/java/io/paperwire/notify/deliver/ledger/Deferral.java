package io.paperwire.notify.deliver.ledger;

import java.time.Instant;

/**
 * Why and until when a digest is put off.
 *
 * @param record its bytes as they were on the topic
 * @param due when to try again
 * @param answer why, without an address
 * @param counted whether the attempt counts against the digest, rather than against the mail server
 * @param perhapsSent whether the attempt may have reached the reader
 */
public record Deferral(
    DigestRecord record, Instant due, String answer, boolean counted, boolean perhapsSent) {}
