@NullMarked
package io.paperwire.ingest.source.openalex;

import org.jspecify.annotations.NullMarked;
