/**
 * Hugging Face's daily papers: papers that people picked, and the attention that they get.
 *
 * <p>{@link io.paperwire.ingest.source.huggingface.DailyPart} reads the lists of the last days
 * through, page by page, again and again, since lists fill through the day and votes go on. {@link
 * io.paperwire.ingest.source.huggingface.DailyPapers} understands an item. A vote is told once:
 * {@link io.paperwire.ingest.source.poll.Counts} keeps what was counted last of each paper among
 * the source's positions, and the difference goes out as a signal in the transaction that writes
 * the new count. What an item leaves out is not known, which is something else than zero. The stars
 * that a repository had when it was met first are no attention of today: they are where counting
 * begins.
 */
@NullMarked
package io.paperwire.ingest.source.huggingface;

import org.jspecify.annotations.NullMarked;
