/** Tests of the package of the same name. */
@NullMarked
package io.paperwire.notify.web.account;

import org.jspecify.annotations.NullMarked;
