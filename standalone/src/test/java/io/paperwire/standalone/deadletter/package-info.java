/** Tests of dead letters on a real broker. */
@NullMarked
package io.paperwire.standalone.deadletter;

import org.jspecify.annotations.NullMarked;
