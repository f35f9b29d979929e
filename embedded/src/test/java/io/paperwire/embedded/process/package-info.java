/** Tests. */
@NullMarked
package io.paperwire.embedded.process;

import org.jspecify.annotations.NullMarked;
