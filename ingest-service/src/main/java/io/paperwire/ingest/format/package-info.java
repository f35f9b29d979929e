/**
 * How a paper and a signal are written down by people and programs: the JSON objects that files and
 * HTTP requests carry.
 *
 * <p>Reading goes in three steps, each of which can refuse: bytes to text ({@link
 * io.paperwire.ingest.format.Utf8}), text to a JSON value ({@link
 * io.paperwire.ingest.format.JsonText}), JSON value to a paper or signal ({@link
 * io.paperwire.ingest.format.PaperFormat}, {@link io.paperwire.ingest.format.SignalFormat}). What
 * is wrong comes back as a value ({@link io.paperwire.ingest.format.Parsed}) with a reason that
 * names field, limit and size, never as an exception: bad input is ordinary. Readers are strict,
 * because what is dropped in silence is missed by nobody until it matters.
 */
@NullMarked
package io.paperwire.ingest.format;

import org.jspecify.annotations.NullMarked;
