@NullMarked
package io.paperwire.ingest.freshness;

import org.jspecify.annotations.NullMarked;
