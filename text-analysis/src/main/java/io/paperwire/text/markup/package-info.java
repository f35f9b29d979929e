/**
 * Clean text out of what authors and programs write: Unicode in composed form (NFC), one space
 * between words, no control characters, mathematics left as it is readable.
 *
 * <p>{@link io.paperwire.text.markup.PlainText} is for text that is already plain, {@link
 * io.paperwire.text.markup.LatexText} for titles, abstracts and names in LaTeX, as arXiv and
 * reference managers have them. Pure functions; what they do not understand they leave as it
 * stands.
 */
@NullMarked
package io.paperwire.text.markup;

import org.jspecify.annotations.NullMarked;
