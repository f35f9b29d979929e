/** Evaluations on a few papers, whose results can be told by hand. */
@NullMarked
package io.paperwire.bench.relevance;

import org.jspecify.annotations.NullMarked;
