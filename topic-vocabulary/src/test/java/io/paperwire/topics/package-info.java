/** Vocabularies with one mistake each, and the packaged one as a whole. */
@NullMarked
package io.paperwire.topics;

import org.jspecify.annotations.NullMarked;
