/**
 * Where papers come from.
 *
 * <p>A {@link io.paperwire.ingest.source.Source} knows one upstream. Opened at the positions that
 * were committed last, it yields {@link io.paperwire.ingest.source.Page}s: records, what could not
 * be read, and how far it then is. Whoever runs it commits each page whole before asking for the
 * next, and opens the source anew at the committed positions when that fails; so a source keeps no
 * state that outlives a failure, and never asks whether a page was taken. A source deals with its
 * upstream's moods by itself (waiting, retrying, reporting them as its condition) and throws only
 * what nobody foresaw. Each source is one package below this one, switched on by configuration;
 * those that ask over HTTP share {@link io.paperwire.ingest.source.poll}.
 */
@NullMarked
package io.paperwire.ingest.source;

import org.jspecify.annotations.NullMarked;
