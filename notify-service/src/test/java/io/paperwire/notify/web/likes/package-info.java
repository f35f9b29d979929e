/** Examples, from the page to the topic. */
@NullMarked
package io.paperwire.notify.web.likes;

import org.jspecify.annotations.NullMarked;
