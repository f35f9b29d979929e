/**
 * The links of a paper: those that its sources give and those that its text names. Whoever asks
 * whether a paper has code, the stream or a command on files, asks here and so hears the same.
 */
@NullMarked
package io.paperwire.tagging.link;

import org.jspecify.annotations.NullMarked;
