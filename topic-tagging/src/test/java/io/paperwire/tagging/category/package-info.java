/** What categories are judged by. */
@NullMarked
package io.paperwire.tagging.category;

import org.jspecify.annotations.NullMarked;
