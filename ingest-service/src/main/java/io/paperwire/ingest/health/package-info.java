/**
 * The service's parts of {@code /health}: the broker, the registry, each source and the
 * submissions. A source that stands by is up, since another instance reads it; one that is failing
 * takes the service down. How fresh a source is (fresh, quiet, late, broken) is told beside, and
 * takes nothing down: an upstream's trouble is not cured by restarting this service.
 */
@NullMarked
package io.paperwire.ingest.health;

import org.jspecify.annotations.NullMarked;
