/** Tests of what is checked before anything is started. */
@NullMarked
package io.paperwire.standalone.system;

import org.jspecify.annotations.NullMarked;
