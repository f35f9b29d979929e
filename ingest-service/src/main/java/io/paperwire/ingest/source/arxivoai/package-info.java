/**
 * arXiv's OAI-PMH server in its {@code arXivRaw} format: all that changed since a day, the complete
 * and slow path. It finds what the feeds left out (replacements from v6 on, changes of the
 * abstract, what was cut off) and is the way to fill in the past.
 *
 * <p>{@link io.paperwire.ingest.source.arxivoai.OaiFormat} lists one set: from a day, page by page
 * along the server's resumption tokens, then from the day of that answer, with a day of overlap,
 * since the server may answer with the day before. {@link
 * io.paperwire.ingest.source.arxivoai.OaiParser} reads an answer as a stream, whole or not at all.
 *
 * <p>A record's date stamp is that of its last touch and says nothing of the paper: {@link
 * io.paperwire.ingest.source.arxivoai.RawPapers} goes by the dates of the versions. A paper is new
 * if its first version came after the source was read for the first time, less a lookback; it is
 * revised if its last one did; else its record is only remembered. So records that are edited in
 * bulk announce nothing. For the same reason a list of the past has a first day and no last one.
 */
@NullMarked
package io.paperwire.ingest.source.arxivoai;

import org.jspecify.annotations.NullMarked;
