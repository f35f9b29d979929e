/**
 * What becomes of records that could not be processed: they are listed, and read again once the
 * cause is gone.
 *
 * <p>A {@link io.paperwire.standalone.deadletter.DeadLetter} holds the bytes as they were read and
 * tells where, when and why. {@link io.paperwire.standalone.deadletter.DeadLetters} reads the
 * dead-letter topics and replays letters: the same bytes go to the same partition of the topic that
 * they came from. Each replay is one transaction that also writes a mark into the dead-letter
 * topic, so that a letter is replayed once, whenever the replay is killed and however many are
 * started: a later one fences an earlier one off.
 */
@NullMarked
package io.paperwire.standalone.deadletter;

import org.jspecify.annotations.NullMarked;
