@NullMarked
package io.paperwire.ingest.source.arxivfeed;

import org.jspecify.annotations.NullMarked;
