/**
 * When something new is to be expected of a source: each upstream has a calendar of its own, and
 * silence means another thing on a holiday than on a working day. Pure functions of times.
 */
@NullMarked
package io.paperwire.ingest.freshness;

import org.jspecify.annotations.NullMarked;
