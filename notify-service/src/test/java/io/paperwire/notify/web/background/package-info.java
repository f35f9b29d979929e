/** Tests of what the role does beside answering requests. */
@NullMarked
package io.paperwire.notify.web.background;

import org.jspecify.annotations.NullMarked;
