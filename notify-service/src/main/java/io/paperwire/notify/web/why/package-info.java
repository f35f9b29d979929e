/**
 * Answers "why did I not get this paper". What decides is pure and in {@link
 * io.paperwire.notify.matching.WhyNot}; here it is given what the database knows of the subscriber,
 * the paper and the digests that were delivered, and put into words. Whoever asks holds the link of
 * the subscription.
 */
@NullMarked
package io.paperwire.notify.web.why;

import org.jspecify.annotations.NullMarked;
