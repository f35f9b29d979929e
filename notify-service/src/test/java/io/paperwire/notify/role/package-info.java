/** What holds for an instance of any role. */
@NullMarked
package io.paperwire.notify.role;

import org.jspecify.annotations.NullMarked;
