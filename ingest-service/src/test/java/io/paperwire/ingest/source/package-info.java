@NullMarked
package io.paperwire.ingest.source;

import org.jspecify.annotations.NullMarked;
