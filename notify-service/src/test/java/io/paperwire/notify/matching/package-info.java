@NullMarked
package io.paperwire.notify.matching;

import org.jspecify.annotations.NullMarked;
