/**
 * A paper as it is judged: its text, read once for all who judge it, and the places in which its
 * authors say what they do.
 */
@NullMarked
package io.paperwire.tagging.paper;

import org.jspecify.annotations.NullMarked;
