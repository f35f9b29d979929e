/**
 * What Paperwire claims of the stream that matches, measured on a real broker with the role match
 * in a process of its own.
 *
 * <p>{@link io.paperwire.bench.stream.StreamBench} looks at the stream from outside, as its
 * neighbours do: it writes interests and papers, and reads committed digests. That everything
 * before has been matched it learns from {@link io.paperwire.bench.stream.Probes}; what should come
 * of it, from the index alone.
 */
@NullMarked
package io.paperwire.bench.stream;

import org.jspecify.annotations.NullMarked;
