/** What was told, held against what should have been, on a few pairs. */
@NullMarked
package io.paperwire.bench.stream;

import org.jspecify.annotations.NullMarked;
