/**
 * Papers like these: what a subscriber holds up as examples, and what is learnt from it.
 *
 * <p>An {@link io.paperwire.notify.web.likes.Example} is a paper of the catalogue or a text, such
 * as a description in own words or a work of a library that the catalogue does not have. {@link
 * io.paperwire.notify.web.likes.Likes} takes them from wherever people have them and says of each
 * what became of it. All that is learnt is the examples: each is shown, can be moved between liked
 * and disliked, and is gone when it is taken out.
 *
 * <p>A name under which the catalogue has no paper is {@link io.paperwire.notify.web.likes.Awaited
 * awaited}: {@link io.paperwire.notify.web.likes.Arrivals} makes an example of the paper when the
 * catalogue gets it.
 *
 * <p>The interests topic gets them with their vectors ({@link
 * io.paperwire.notify.web.likes.LikeInterest}). A paper may be held up before its vector is worked
 * out; when the catalogue hears of the vector, the example gets it and the topic is told anew.
 */
@NullMarked
package io.paperwire.notify.web.likes;

import org.jspecify.annotations.NullMarked;
