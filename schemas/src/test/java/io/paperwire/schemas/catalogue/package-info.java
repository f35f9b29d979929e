/** Tests of the contracts. */
@NullMarked
package io.paperwire.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
