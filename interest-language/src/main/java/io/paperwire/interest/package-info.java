/**
 * What a subscriber may ask for: one language for alerts, web search, feeds and the command line.
 *
 * <p>{@link io.paperwire.interest.InterestParser} reads a text such as {@code ti:"graph neural
 * network" AND cat:cs.* NOT survey} into an {@link io.paperwire.interest.Expression}, a tree of
 * records: {@link io.paperwire.interest.Clause clauses} joined by AND, OR and NOT. It is a
 * recursive descent without backtracking, so its work is linear in the text, and {@link
 * io.paperwire.interest.Limits} bounds length, depth and the number of clauses before any of them
 * costs something. What it cannot read it refuses with a {@link io.paperwire.interest.SyntaxError}
 * that names the place and what was expected there; it never guesses at what was meant. A
 * lower-case "or" is refused for that reason: to take it for a word or for the operator would be
 * wrong half of the time, and silently. So are the signs of other languages, as in {@code graph*}
 * and {@code a|b}, a name whose end is not told, as in {@code au:Ada Lovelace}, and a hyphen that
 * may join or exclude, as in {@code (graph)-based}.
 *
 * <p>{@link io.paperwire.interest.InterestPrinter} writes an expression so that it is read as the
 * same expression again, as long as that is not too long. Brackets and fields over brackets are
 * sugar: {@code ti:(a OR b)} is the expression {@code ti:a OR ti:b}.
 *
 * <p>The language says what is asked and not how it is found. A clause keeps words as the
 * subscriber wrote them; they are compared with a paper as {@link io.paperwire.text} reads both.
 */
@NullMarked
package io.paperwire.interest;

import org.jspecify.annotations.NullMarked;
