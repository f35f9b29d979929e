/** Topics of texts made for one rule each, and of papers by the packaged model. */
@NullMarked
package io.paperwire.tagging.topic;

import org.jspecify.annotations.NullMarked;
