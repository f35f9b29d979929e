/**
 * The role <i>match</i>: one stream that meets every paper with every subscriber and makes digests,
 * exactly once.
 *
 * <p>{@link io.paperwire.notify.match.MatchTopology} is a pure function of its settings. Papers are
 * few and subscribers many, so each paper is sent to all partitions and subscribers are divided
 * over them; a task holds its share of the interests in memory, in an index that is filled from its
 * store when the task starts. What a task does is in {@link io.paperwire.notify.match.MatchTask}:
 *
 * <ul>
 *   <li><b>A paper comes.</b> Who matches and has no notice of it yet gets one, and the paper waits
 *       for them ({@link io.paperwire.notify.match.NoticeBook}). A paper that comes again, because
 *       its trend moved or a version was added, so changes what waits and is told to nobody twice.
 *       A withdrawn one stops waiting. One first seen before the subscription began is not told.
 *   <li><b>A paper of the past comes.</b> {@link io.paperwire.notify.match.PaperGate} lets few of
 *       them through at a time. It is put aside ({@link io.paperwire.notify.match.Backlog}), and
 *       matched like any other when nothing new is there.
 *   <li><b>A digest is due.</b> {@link io.paperwire.notify.match.AgendaBook} knows the next due
 *       time of everybody for whom a paper waits. {@link io.paperwire.notify.match.DigestRound}
 *       looks several times a second, ranks what waits, and makes one digest, however many due
 *       times were missed. What does not fit keeps waiting.
 *   <li><b>A subscriber changes or leaves.</b> An older revision changes nothing. A changed cadence
 *       moves what waits to the new due time. Who leaves is deleted with all that is known of them.
 *   <li><b>Time passes.</b> {@link io.paperwire.notify.match.Forgetting} deletes what was sent long
 *       ago.
 * </ul>
 *
 * <p>A paper's due time follows from the time of its record and not from the time at which it is
 * processed: what was delayed by an outage is told at once when the outage ends, and not with the
 * next day's digest.
 *
 * <p>Stores, offsets and digests are written in one transaction. Nothing here is kept twice: the
 * memory of a task is made anew from its stores whenever the task starts.
 */
@NullMarked
package io.paperwire.notify.match;

import org.jspecify.annotations.NullMarked;
