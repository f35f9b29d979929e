@NullMarked
package io.paperwire.notify.match;

import org.jspecify.annotations.NullMarked;
