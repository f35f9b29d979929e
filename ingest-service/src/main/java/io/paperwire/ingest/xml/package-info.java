/**
 * Reads XML that strangers sent, with the limits that such XML calls for. An upstream's document is
 * read whole or not at all.
 */
@NullMarked
package io.paperwire.ingest.xml;

import org.jspecify.annotations.NullMarked;
