@NullMarked
package io.paperwire.ingest.source.feed;

import org.jspecify.annotations.NullMarked;
