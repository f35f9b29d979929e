/** What the commands read: lines of files and of standard input, as bytes. */
@NullMarked
package io.paperwire.standalone.input;

import org.jspecify.annotations.NullMarked;
