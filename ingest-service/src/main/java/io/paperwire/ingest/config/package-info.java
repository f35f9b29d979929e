/**
 * The configuration of the service: one validated record for each concern, with its defaults at the
 * declaration. A value that cannot work stops the service at its start, with a line that names the
 * key.
 */
@NullMarked
package io.paperwire.ingest.config;

import org.jspecify.annotations.NullMarked;
