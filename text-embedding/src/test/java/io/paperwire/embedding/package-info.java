/** Vectors and tokens by their numbers, the embedder with the models that are packaged. */
@NullMarked
package io.paperwire.embedding;

import org.jspecify.annotations.NullMarked;
