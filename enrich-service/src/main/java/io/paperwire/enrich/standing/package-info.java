/**
 * Where a paper stands among those of its topics: "third in diffusion models". A stream beside the
 * main one, because it looks at papers topic by topic: it reads the rates of {@code
 * enriched-papers}, sends each to the task of every topic of the paper, ranks there, and writes a
 * {@code PaperStanding} to {@code paper-standings} when a place changes. The main stream takes it
 * from there into the paper's record, of which it so stays the only writer.
 *
 * <p>{@link io.paperwire.enrich.standing.TopicRanking} is pure. All rates decay alike, so two
 * papers compare the same at any time and only new attention moves anybody. Places depend on the
 * rates alone and not on the order in which they came: after a crash, or with more instances, they
 * are the same. They move only when it matters: rates come rounded, one paper is ahead of another
 * only by more than a tenth, and behind the third place only the first five and the first ten are
 * told apart.
 *
 * <p>{@link io.paperwire.enrich.standing.ChooseRates} remembers what each topic was told, and so
 * tells only what is new; {@link io.paperwire.enrich.standing.Rank} keeps the rates of each topic.
 */
@NullMarked
package io.paperwire.enrich.standing;

import org.jspecify.annotations.NullMarked;
