@NullMarked
package io.paperwire.notify.token;

import org.jspecify.annotations.NullMarked;
