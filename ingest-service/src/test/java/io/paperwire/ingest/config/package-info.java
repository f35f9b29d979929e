@NullMarked
package io.paperwire.ingest.config;

import org.jspecify.annotations.NullMarked;
