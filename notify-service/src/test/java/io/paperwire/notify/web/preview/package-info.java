@NullMarked
package io.paperwire.notify.web.preview;

import org.jspecify.annotations.NullMarked;
