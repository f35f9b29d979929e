/**
 * What a text means, as a vector: papers that are about the same lie close together, whatever words
 * they use.
 *
 * <p>An {@link io.paperwire.embedding.Embedder} turns texts into L2-normalised vectors. {@link
 * io.paperwire.embedding.OnnxEmbedder} does it with a sentence-transformer on the processor of this
 * machine, in this process: no text leaves it. The weights ({@link
 * io.paperwire.embedding.PackagedModel}) come as Maven artifacts; {@link
 * io.paperwire.embedding.PackagedModel#forPapers()} is the model of the stream.
 *
 * <p>A vector depends on the text alone: not on the texts beside it, nor on threads. That is what
 * lets a stream that was killed compute it again and write the same bytes. The quantised models
 * scale their activations over all that they are given at once, so that a text that shares a batch
 * gets another vector than alone; therefore each text is a run of its own, and several runs go on
 * side by side. On a processor this costs nothing: the texts of papers are long enough to fill the
 * kernels, and nothing is spent on padding.
 *
 * <p>On the wire a vector is a byte a component ({@link io.paperwire.embedding.Int8Vector}); which
 * text it stands for is told by {@link io.paperwire.embedding.TextHash}.
 */
@NullMarked
package io.paperwire.embedding;

import org.jspecify.annotations.NullMarked;
