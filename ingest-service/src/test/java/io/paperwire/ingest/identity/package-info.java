@NullMarked
package io.paperwire.ingest.identity;

import org.jspecify.annotations.NullMarked;
