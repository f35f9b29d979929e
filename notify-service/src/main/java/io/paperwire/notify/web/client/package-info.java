/**
 * Who asks: tells one client from another, so that what each asks for can be counted. Pages and API
 * use the same {@link io.paperwire.notify.web.client.ClientAddress}.
 */
@NullMarked
package io.paperwire.notify.web.client;

import org.jspecify.annotations.NullMarked;
