/**
 * Who gets the mails. Digests name subscribers by id only; the address is looked up here, at the
 * last moment, so that somebody who unsubscribed a second ago gets nothing any more.
 */
@NullMarked
package io.paperwire.notify.deliver.recipient;

import org.jspecify.annotations.NullMarked;
