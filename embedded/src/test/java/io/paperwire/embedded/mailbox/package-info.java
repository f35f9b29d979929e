/** Tests. */
@NullMarked
package io.paperwire.embedded.mailbox;

import org.jspecify.annotations.NullMarked;
