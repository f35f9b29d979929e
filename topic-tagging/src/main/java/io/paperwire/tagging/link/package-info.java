/**
 * The links of a paper: those that its sources give and those that its text names. The stream and
 * the commands on files find them here, and so find the same. Who reads the stream's records knows
 * a link to code by its relation, which the contract ({@code Link} in schemas) names.
 */
@NullMarked
package io.paperwire.tagging.link;

import org.jspecify.annotations.NullMarked;
