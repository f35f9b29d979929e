@NullMarked
package io.paperwire.standalone.cli;

import org.jspecify.annotations.NullMarked;
