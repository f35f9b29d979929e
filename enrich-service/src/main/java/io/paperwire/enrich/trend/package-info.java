/**
 * How much attention a paper gets. Pure, and in event time: a signal counts for when the attention
 * was given, not for when it was heard of, so a late burst of old votes is no trend. Only a time
 * that lies in the future is not believed.
 *
 * <p>Signals are counted by the hour ({@link io.paperwire.enrich.trend.Attention}). Counts are
 * whole numbers, so the order in which signals arrive cannot change the outcome, and the state is
 * worked out from the hours in their order each time. A paper becomes trending at one rate and
 * quiet again only at a lower one, so that it does not flap.
 */
@NullMarked
package io.paperwire.enrich.trend;

import org.jspecify.annotations.NullMarked;
