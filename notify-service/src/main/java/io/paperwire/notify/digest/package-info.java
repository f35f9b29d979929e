/**
 * Which papers a digest holds, and in which order.
 *
 * <p>{@link io.paperwire.notify.digest.DigestAssembler} is given the papers that wait for a
 * subscriber. It orders them by {@link io.paperwire.notify.digest.RankScore}, takes as many as one
 * message may hold, and names those that are left over, best first. Which of them wait for the next
 * digest is decided elsewhere, as is which are too many to. The digest's id is computed from what
 * the digest says and to whom, so the same digest made again has the same id.
 *
 * <p>The package is pure. It knows papers by their id and the few figures that ranking needs; where
 * the papers wait, and what a message looks like, is known elsewhere.
 */
@NullMarked
package io.paperwire.notify.digest;

import org.jspecify.annotations.NullMarked;
