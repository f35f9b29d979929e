/** Tests. */
@NullMarked
package io.paperwire.embedded.kafka;

import org.jspecify.annotations.NullMarked;
