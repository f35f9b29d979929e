/** Tests of how the demonstration judges. */
@NullMarked
package io.paperwire.standalone.demo;

import org.jspecify.annotations.NullMarked;
