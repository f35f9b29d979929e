@NullMarked
package io.paperwire.text.markup;

import org.jspecify.annotations.NullMarked;
