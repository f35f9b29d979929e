/**
 * Who wants to hear of a paper: the interests of many subscribers against one paper at a time.
 *
 * <p>The matching itself is that of {@link io.paperwire.index}, in the language of {@link
 * io.paperwire.interest}. This package knows subscribers: {@link
 * io.paperwire.notify.matching.Subscription} has a revision and several {@link
 * io.paperwire.notify.matching.Interest interests}, each of which is a topic, a phrase, an author
 * or a query and is held as an expression of the language; {@link
 * io.paperwire.notify.matching.SubscriptionIndex} keeps them filed while papers come, and turns
 * what the index finds into a {@link io.paperwire.notify.matching.Match} for each subscriber, with
 * a {@link io.paperwire.notify.matching.Reason} for each interest: the interest in the subscriber's
 * own words, the evidence as it stands in the paper, and how sure it is.
 *
 * <p>An interest that makes no sense, or asks for nearly every paper, cannot be made; so whatever
 * reaches the index is filed.
 *
 * <p>All of it is pure and in memory.
 */
@NullMarked
package io.paperwire.notify.matching;

import org.jspecify.annotations.NullMarked;
