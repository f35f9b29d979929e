/** Tests of Atom documents. */
@NullMarked
package io.paperwire.notify.web.feed.atom;

import org.jspecify.annotations.NullMarked;
