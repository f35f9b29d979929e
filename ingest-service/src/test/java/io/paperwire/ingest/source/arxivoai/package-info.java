@NullMarked
package io.paperwire.ingest.source.arxivoai;

import org.jspecify.annotations.NullMarked;
