/**
 * What interests ask of a paper, as its record says it. Alerts are judged on the record, searches
 * on what the database keeps of it; both read it with {@link io.paperwire.notify.paper.PaperTraits}
 * and so mean the same. {@link io.paperwire.notify.paper.IdPaths} writes its ids into addresses,
 * {@link io.paperwire.notify.paper.TermsRecord} the words of examples into records. Pure.
 */
@NullMarked
package io.paperwire.notify.paper;

import org.jspecify.annotations.NullMarked;
