/**
 * PostgreSQL from its own binaries, with its data in a folder. It listens on the loopback
 * interface, which every user of the machine reaches, and lets in whoever knows the password that
 * the folder keeps.
 */
@NullMarked
package io.paperwire.embedded.postgres;

import org.jspecify.annotations.NullMarked;
