/** Tests of provisioning. */
@NullMarked
package io.paperwire.provisioning;

import org.jspecify.annotations.NullMarked;
