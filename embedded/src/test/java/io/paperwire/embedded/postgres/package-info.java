/** Tests. */
@NullMarked
package io.paperwire.embedded.postgres;

import org.jspecify.annotations.NullMarked;
