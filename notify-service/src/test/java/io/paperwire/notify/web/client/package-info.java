/** How clients are told apart. */
@NullMarked
package io.paperwire.notify.web.client;

import org.jspecify.annotations.NullMarked;
