/** Tests of the embedded backends. */
@NullMarked
package io.paperwire.embedded;

import org.jspecify.annotations.NullMarked;
