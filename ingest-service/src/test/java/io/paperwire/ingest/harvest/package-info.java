@NullMarked
package io.paperwire.ingest.harvest;

import org.jspecify.annotations.NullMarked;
