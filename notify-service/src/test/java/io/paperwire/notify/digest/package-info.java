@NullMarked
package io.paperwire.notify.digest;

import org.jspecify.annotations.NullMarked;
