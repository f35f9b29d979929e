package io.paperwire.notify.digest;

import java.time.Instant;

/**
 * What a digest is made for.
 *
 * @param subscriberId whom it is for
 * @param cadence name of the cadence under which it is made
 * @param due when it was due, or up to when its papers were matched if it is due at once
 * @param order what the subscriber wants the order to weigh
 */
public record DigestOccasion(String subscriberId, String cadence, Instant due, DigestOrder order) {}
