@NullMarked
package io.paperwire.ingest.turns;

import org.jspecify.annotations.NullMarked;
