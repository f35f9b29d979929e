/** Which categories of a paper are arXiv's. */
@NullMarked
package io.paperwire.tagging.paper;

import org.jspecify.annotations.NullMarked;
