@NullMarked
package io.paperwire.notify.web.catalogue;

import org.jspecify.annotations.NullMarked;
