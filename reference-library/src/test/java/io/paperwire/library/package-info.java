/** Tests of libraries. */
@NullMarked
package io.paperwire.library;

import org.jspecify.annotations.NullMarked;
