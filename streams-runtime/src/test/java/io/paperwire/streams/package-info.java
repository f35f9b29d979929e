/** The runtime piece by piece, and as a whole on a real broker. */
@NullMarked
package io.paperwire.streams;

import org.jspecify.annotations.NullMarked;
