/** PostgreSQL from its own binaries, with its data in a folder. */
@NullMarked
package io.paperwire.embedded.postgres;

import org.jspecify.annotations.NullMarked;
