@NullMarked
package io.paperwire.ingest.backfill;

import org.jspecify.annotations.NullMarked;
