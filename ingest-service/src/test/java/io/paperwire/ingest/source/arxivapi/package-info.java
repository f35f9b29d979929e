@NullMarked
package io.paperwire.ingest.source.arxivapi;

import org.jspecify.annotations.NullMarked;
