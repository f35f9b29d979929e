/**
 * Real backends on one machine, all from Maven artifacts: Kafka, a schema registry with Confluent's
 * API, PostgreSQL and a mailbox.
 *
 * <p>{@link io.paperwire.embedded.EmbeddedBackends} starts those that are asked for, side by side,
 * and stops them. Broker and registry are processes of their own, so that they can be killed and
 * started again on the same data, as in a deployment; PostgreSQL is its own program anyway; the
 * mailbox lives in the caller, for it keeps mails only as long as someone looks at them. No child
 * outlives its parent, even one that is killed: see {@link io.paperwire.embedded.process.Lifeline}.
 * Broker and registry belong to the parent's process group; PostgreSQL and its lifeline do not, so
 * that SIGKILL for the whole group ends it too, a moment later. Only where there is no {@code
 * setsid} the lifeline dies with the group, and PostgreSQL runs until its folder is used again.
 */
@NullMarked
package io.paperwire.embedded;

import org.jspecify.annotations.NullMarked;
