@NullMarked
package io.paperwire.ingest.markup;

import org.jspecify.annotations.NullMarked;
