@NullMarked
package io.paperwire.ingest.source.biorxiv;

import org.jspecify.annotations.NullMarked;
