/**
 * Waiting that ends with the service: for a time, or for a neighbour to come back.
 *
 * <p>A failure of the database, the registry or the broker says nothing about the digest in hand.
 * {@link io.paperwire.notify.deliver.patience.Patience} tries again until the neighbour answers, so
 * that nothing is skipped and the code above it reads as if neighbours never failed. When the
 * service stops, every wait ends with {@link io.paperwire.notify.deliver.patience.Stopped}.
 */
@NullMarked
package io.paperwire.notify.deliver.patience;

import org.jspecify.annotations.NullMarked;
