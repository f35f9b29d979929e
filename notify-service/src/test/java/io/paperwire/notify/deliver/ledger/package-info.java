@NullMarked
package io.paperwire.notify.deliver.ledger;

import org.jspecify.annotations.NullMarked;
