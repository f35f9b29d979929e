/** Tests of likeness. */
@NullMarked
package io.paperwire.likeness;

import org.jspecify.annotations.NullMarked;
