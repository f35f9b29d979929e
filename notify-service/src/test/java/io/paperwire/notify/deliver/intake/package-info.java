@NullMarked
package io.paperwire.notify.deliver.intake;

import org.jspecify.annotations.NullMarked;
