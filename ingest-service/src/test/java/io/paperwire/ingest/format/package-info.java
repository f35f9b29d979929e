@NullMarked
package io.paperwire.ingest.format;

import org.jspecify.annotations.NullMarked;
