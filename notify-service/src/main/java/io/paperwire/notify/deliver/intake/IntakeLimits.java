package io.paperwire.notify.deliver.intake;

import java.time.Duration;

/**
 * How much is taken in hand.
 *
 * @param records records that are read and not finished, at most; more stay with the broker
 * @param closing how long the mails in hand may take when the service stops
 */
public record IntakeLimits(int records, Duration closing) {}
