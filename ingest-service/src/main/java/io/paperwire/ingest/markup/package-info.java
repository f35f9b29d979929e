/**
 * Clean text out of what upstreams send, beyond what {@link io.paperwire.text.markup.LatexText} and
 * {@link io.paperwire.text.markup.PlainText} read.
 *
 * <p>{@link io.paperwire.ingest.markup.MarkupText} is for HTML and JATS, {@link
 * io.paperwire.ingest.markup.AuthorList} for author lists that come as one string. Pure functions;
 * what they do not understand they leave as it stands.
 */
@NullMarked
package io.paperwire.ingest.markup;

import org.jspecify.annotations.NullMarked;
