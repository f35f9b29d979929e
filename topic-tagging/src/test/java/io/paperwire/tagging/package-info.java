/** The judgement of papers as a whole. */
@NullMarked
package io.paperwire.tagging;

import org.jspecify.annotations.NullMarked;
