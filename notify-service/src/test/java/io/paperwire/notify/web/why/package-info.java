@NullMarked
package io.paperwire.notify.web.why;

import org.jspecify.annotations.NullMarked;
