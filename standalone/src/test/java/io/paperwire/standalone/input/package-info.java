@NullMarked
package io.paperwire.standalone.input;

import org.jspecify.annotations.NullMarked;
