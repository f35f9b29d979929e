/**
 * The index against an oracle that answers as plainly as possible, on random interests and papers.
 */
@NullMarked
package io.paperwire.index;

import org.jspecify.annotations.NullMarked;
