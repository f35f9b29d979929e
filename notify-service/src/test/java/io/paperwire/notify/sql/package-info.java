@NullMarked
package io.paperwire.notify.sql;

import org.jspecify.annotations.NullMarked;
