/**
 * What a source says, in words that belong to no source.
 *
 * <p>A {@link io.paperwire.ingest.record.SourceRecord} is one statement about one paper; a {@link
 * io.paperwire.ingest.record.RejectedInput} is a piece of input that could not be read as one, with
 * its bytes, its place and the reason, so that nothing is lost. Absent values are {@code Optional};
 * no value here is null.
 */
@NullMarked
package io.paperwire.ingest.record;

import org.jspecify.annotations.NullMarked;
