@NullMarked
package io.paperwire.schemas.stored;

import org.jspecify.annotations.NullMarked;
