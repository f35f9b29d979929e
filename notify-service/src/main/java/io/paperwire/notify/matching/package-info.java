/**
 * Who wants to hear of a paper: the interests of many subscribers against a few papers at a time.
 *
 * <p>The matching itself is that of {@link io.paperwire.index}, in the language of {@link
 * io.paperwire.interest}. This package knows subscribers: {@link
 * io.paperwire.notify.matching.Subscription} has a revision and several {@link
 * io.paperwire.notify.matching.Interest interests}. A topic, a phrase, an author and a query are
 * held as expressions of the language; {@link io.paperwire.notify.matching.LikeThese} is one in
 * papers like others, by the vectors of what they mean. {@link
 * io.paperwire.notify.matching.SubscriptionIndex} keeps all of them filed while papers come, and
 * gives for each paper the numbers of those who want it. {@link
 * io.paperwire.notify.matching.Explanation} then makes the {@link
 * io.paperwire.notify.matching.Match} of a subscriber and a paper, with a {@link
 * io.paperwire.notify.matching.Reason} for each interest: the interest in the subscriber's own
 * words, the evidence as it stands in the paper, and how sure it is.
 *
 * <p>An interest that makes no sense, or asks for nearly every paper, cannot be made; so whatever
 * reaches the index is filed.
 *
 * <p>All of it is pure and in memory.
 */
@NullMarked
package io.paperwire.notify.matching;

import org.jspecify.annotations.NullMarked;
