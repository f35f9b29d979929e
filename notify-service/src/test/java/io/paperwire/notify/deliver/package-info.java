@NullMarked
package io.paperwire.notify.deliver;

import org.jspecify.annotations.NullMarked;
