/**
 * What happened to the paper? A source's statement is weighed against what is already known of the
 * paper from that source, and one verdict comes out.
 *
 * <p>Evidence decides, never a feed's clock: the version number, whether the paper was seen,
 * whether its meaning changed and in which part, words of withdrawal, and only then what the source
 * calls it. A {@link io.paperwire.ingest.judgement.Meaning} is a statement boiled down to
 * fingerprints, so that millions of papers can be remembered; {@link
 * io.paperwire.ingest.judgement.Known} is what is remembered. Statements that repeat, overlap or
 * come back in another order are judged unchanged. Pure functions.
 */
@NullMarked
package io.paperwire.ingest.judgement;

import org.jspecify.annotations.NullMarked;
