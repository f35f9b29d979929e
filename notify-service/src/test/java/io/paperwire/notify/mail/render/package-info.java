@NullMarked
package io.paperwire.notify.mail.render;

import org.jspecify.annotations.NullMarked;
