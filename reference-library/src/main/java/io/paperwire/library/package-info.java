/**
 * Reads the lists of works that people keep in reference managers: BibTeX, RIS and CSV.
 *
 * <p>{@link io.paperwire.library.LibraryReader} tells the format from the file itself and hands out
 * {@link io.paperwire.library.Work works}, each with the line on which it stands. One entry that
 * cannot be read is a {@link io.paperwire.library.Problem} with its line, and the others are read
 * all the same. What a work is called elsewhere (its arXiv id, its DOI) is found wherever reference
 * managers put it.
 *
 * <p>All of it is pure: text in, records out.
 */
@NullMarked
package io.paperwire.library;

import org.jspecify.annotations.NullMarked;
