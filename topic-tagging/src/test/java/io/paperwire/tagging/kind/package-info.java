/** Kinds by sentences that papers have. */
@NullMarked
package io.paperwire.tagging.kind;

import org.jspecify.annotations.NullMarked;
