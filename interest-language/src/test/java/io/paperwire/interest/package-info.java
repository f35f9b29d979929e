/**
 * What is read and what is refused, example by example; that what is printed is read back, on
 * random expressions.
 */
@NullMarked
package io.paperwire.interest;

import org.jspecify.annotations.NullMarked;
