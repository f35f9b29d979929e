/** Tests of the ranking of files. */
@NullMarked
package io.paperwire.standalone.ranking;

import org.jspecify.annotations.NullMarked;
