/** Training on a few made-up papers, and what the trained model then judges. */
@NullMarked
package io.paperwire.tagging.category.training;

import org.jspecify.annotations.NullMarked;
