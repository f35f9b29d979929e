/** Tests of the whole system. */
@NullMarked
package io.paperwire.standalone;

import org.jspecify.annotations.NullMarked;
