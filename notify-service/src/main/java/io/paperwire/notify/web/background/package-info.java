/**
 * What the role does beside answering requests.
 *
 * <p>Such work stands on neighbours that may be away. It is begun anew after each failure, with
 * pauses that grow while nothing gets on, tells what is wrong for {@code /health}, and ends soon
 * when the service does, also where it waits for a neighbour.
 */
@NullMarked
package io.paperwire.notify.web.background;

import org.jspecify.annotations.NullMarked;
