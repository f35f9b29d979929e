/**
 * The vector stage: a stream beside the main one, with a group and threads of its own, because a
 * vector takes a hundred times as long as everything else that is done to a paper. A paper's first
 * record goes out with its topics at once; the stage reads it there, works the vector out and
 * writes it to {@code paper-vectors}, and the main stream takes it from there into the second
 * record. So one stream alone writes the record of a paper, and nobody waits.
 *
 * <p>{@link io.paperwire.enrich.vectors.VectorTopology} sends each text that still needs a vector
 * to the task of its hash; a text that two papers share is worked out once, and a store keeps what
 * was worked out. What already has a vector of the model is passed over. The group is named for the
 * model: under another model the stage is another group, which reads all papers from the beginning,
 * and that is how they all get new vectors.
 *
 * <p>A vector depends on its text alone, so that a stage that was killed writes the same again, and
 * the main stream does not write a record that it has written.
 */
@NullMarked
package io.paperwire.enrich.vectors;

import org.jspecify.annotations.NullMarked;
