/**
 * Child processes: started with a log of their own, which is kept within bounds, waited for until
 * they are ready, stopped in order or killed, and never left behind. Java programs take their
 * classes from an archive that their first run has left.
 */
@NullMarked
package io.paperwire.embedded.process;

import org.jspecify.annotations.NullMarked;
