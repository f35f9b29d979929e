/**
 * Clean text out of what upstreams send: Unicode in composed form (NFC), one space between words,
 * no control characters, no markup, mathematics left as it is readable.
 *
 * <p>{@link io.paperwire.ingest.markup.PlainText} is for text that is already plain, {@link
 * io.paperwire.ingest.markup.LatexText} for titles, abstracts and names in arXiv's LaTeX dialect,
 * {@link io.paperwire.ingest.markup.AuthorList} for author lists that come as one string. Pure
 * functions; what they do not understand they leave as it stands.
 */
@NullMarked
package io.paperwire.ingest.markup;

import org.jspecify.annotations.NullMarked;
