/** Links as abstracts have them. */
@NullMarked
package io.paperwire.tagging.link;

import org.jspecify.annotations.NullMarked;
