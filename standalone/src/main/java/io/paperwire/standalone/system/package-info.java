/**
 * The whole system on one machine. {@link io.paperwire.standalone.system.PaperwireSystem} starts
 * the embedded backends and, as soon as those that a service needs are ready, the three services,
 * each the same jar that a container runs, as a child process with a configuration of its own. It
 * waits until each answers {@code /health} with UP, has a {@link
 * io.paperwire.embedded.process.Supervisor} start again what dies, tells of what cannot be started
 * again, and stops the services before what they stand on, so that each can finish what it has in
 * hand.
 */
@NullMarked
package io.paperwire.standalone.system;

import org.jspecify.annotations.NullMarked;
