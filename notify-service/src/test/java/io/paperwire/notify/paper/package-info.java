@NullMarked
package io.paperwire.notify.paper;

import org.jspecify.annotations.NullMarked;
