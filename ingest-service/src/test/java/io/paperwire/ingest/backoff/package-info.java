@NullMarked
package io.paperwire.ingest.backoff;

import org.jspecify.annotations.NullMarked;
