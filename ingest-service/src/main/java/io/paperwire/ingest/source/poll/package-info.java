/**
 * Reads upstreams that are asked over HTTP, one request after the other.
 *
 * <p>A source of this kind is made of {@link io.paperwire.ingest.source.poll.Part}s: feeds,
 * categories, sets, queries. A part knows what to ask next and what an answer means, both from its
 * committed position and without any I/O; all that can go wrong on the way is dealt with here, once
 * for all sources. {@link io.paperwire.ingest.source.poll.PolledReader} asks the part that is due,
 * turns an answer that was understood into a page, and comes back later after one that was not.
 *
 * <p>An answer that is no answer (cut off, broken, of another format, too large) is put into
 * quarantine whole, once however often it comes, and nothing of it is published. It is asked for
 * again with growing delays; if it stays so, and the part knows how to go on behind it, the part
 * goes on there. An item that cannot be read is told once too ({@link
 * io.paperwire.ingest.source.poll.Told}); an answer all of whose items are such is asked for again
 * as well before it is taken as it is.
 */
@NullMarked
package io.paperwire.ingest.source.poll;

import org.jspecify.annotations.NullMarked;
