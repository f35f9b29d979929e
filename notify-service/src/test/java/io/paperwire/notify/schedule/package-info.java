@NullMarked
package io.paperwire.notify.schedule;

import org.jspecify.annotations.NullMarked;
