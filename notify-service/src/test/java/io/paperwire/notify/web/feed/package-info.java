/** Tests of feeds. */
@NullMarked
package io.paperwire.notify.web.feed;

import org.jspecify.annotations.NullMarked;
