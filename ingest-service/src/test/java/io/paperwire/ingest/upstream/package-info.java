@NullMarked
package io.paperwire.ingest.upstream;

import org.jspecify.annotations.NullMarked;
