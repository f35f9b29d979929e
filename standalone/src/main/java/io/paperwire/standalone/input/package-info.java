/** What the commands read: lines of files and of standard input, as bytes, and whole topics. */
@NullMarked
package io.paperwire.standalone.input;

import org.jspecify.annotations.NullMarked;
