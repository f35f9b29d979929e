/** Tests of what the other tests run on. */
@NullMarked
package io.paperwire.testing;

import org.jspecify.annotations.NullMarked;
