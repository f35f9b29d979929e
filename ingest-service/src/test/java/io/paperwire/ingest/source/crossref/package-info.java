@NullMarked
package io.paperwire.ingest.source.crossref;

import org.jspecify.annotations.NullMarked;
