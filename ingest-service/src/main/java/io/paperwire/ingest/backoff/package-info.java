/**
 * How long to wait before something that failed is tried again. One rule for all who wait: sources,
 * upstreams, contracts.
 */
@NullMarked
package io.paperwire.ingest.backoff;

import org.jspecify.annotations.NullMarked;
