@NullMarked
package io.paperwire.ingest.publish;

import org.jspecify.annotations.NullMarked;
