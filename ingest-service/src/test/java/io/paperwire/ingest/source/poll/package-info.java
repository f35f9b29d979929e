@NullMarked
package io.paperwire.ingest.source.poll;

import org.jspecify.annotations.NullMarked;
