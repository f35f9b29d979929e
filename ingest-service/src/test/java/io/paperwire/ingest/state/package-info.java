@NullMarked
package io.paperwire.ingest.state;

import org.jspecify.annotations.NullMarked;
