@NullMarked
package io.paperwire.notify.mail.smtp;

import org.jspecify.annotations.NullMarked;
