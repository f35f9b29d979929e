@NullMarked
package io.paperwire.ingest.source.semanticscholar;

import org.jspecify.annotations.NullMarked;
