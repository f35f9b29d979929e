@NullMarked
package io.paperwire.ingest.source.pubmed;

import org.jspecify.annotations.NullMarked;
