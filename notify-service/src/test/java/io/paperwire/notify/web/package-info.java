/** Runs the web role on real backends. */
@NullMarked
package io.paperwire.notify.web;

import org.jspecify.annotations.NullMarked;
