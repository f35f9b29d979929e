@NullMarked
package io.paperwire.notify.web.page;

import org.jspecify.annotations.NullMarked;
