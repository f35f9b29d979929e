@NullMarked
package io.paperwire.ingest.submission;

import org.jspecify.annotations.NullMarked;
