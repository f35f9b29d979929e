@NullMarked
package io.paperwire.notify.deliver.sending;

import org.jspecify.annotations.NullMarked;
