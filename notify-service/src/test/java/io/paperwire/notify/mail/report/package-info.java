@NullMarked
package io.paperwire.notify.mail.report;

import org.jspecify.annotations.NullMarked;
