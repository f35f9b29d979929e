/**
 * Who asks, and how much: tells one client from another ({@link
 * io.paperwire.notify.web.client.ClientAddress}), counts what each asks for, and has the words for
 * {@link io.paperwire.notify.web.client.Overload}. Pages and API use the same.
 */
@NullMarked
package io.paperwire.notify.web.client;

import org.jspecify.annotations.NullMarked;
