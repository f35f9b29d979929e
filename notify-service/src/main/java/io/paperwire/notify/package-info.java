/** The notify service: tells subscribers about the papers that match their interests. */
@NullMarked
package io.paperwire.notify;

import org.jspecify.annotations.NullMarked;
