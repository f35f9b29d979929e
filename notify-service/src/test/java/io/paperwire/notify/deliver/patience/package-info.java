@NullMarked
package io.paperwire.notify.deliver.patience;

import org.jspecify.annotations.NullMarked;
