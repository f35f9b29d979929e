@NullMarked
package io.paperwire.ingest.source.file;

import org.jspecify.annotations.NullMarked;
