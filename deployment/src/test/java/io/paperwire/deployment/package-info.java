/** Tests of what services share by configuration. */
@NullMarked
package io.paperwire.deployment;

import org.jspecify.annotations.NullMarked;
