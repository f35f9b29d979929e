/** Each benchmark on a few papers: what it reports, and that it finds nothing wrong. */
@NullMarked
package io.paperwire.bench;

import org.jspecify.annotations.NullMarked;
