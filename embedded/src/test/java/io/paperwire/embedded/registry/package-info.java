/** Tests. */
@NullMarked
package io.paperwire.embedded.registry;

import org.jspecify.annotations.NullMarked;
