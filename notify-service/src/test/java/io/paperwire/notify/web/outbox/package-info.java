/** The outbox against real backends: whoever relays, the topic ends with the newest state. */
@NullMarked
package io.paperwire.notify.web.outbox;

import org.jspecify.annotations.NullMarked;
