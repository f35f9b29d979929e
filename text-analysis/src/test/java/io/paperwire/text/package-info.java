/** Rules of reading, by what they make of words and names that people write. */
@NullMarked
package io.paperwire.text;

import org.jspecify.annotations.NullMarked;
