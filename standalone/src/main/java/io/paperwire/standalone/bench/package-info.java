/**
 * How fast the past is read, from the bytes of an OAI-PMH server on loopback to events that the
 * broker has acknowledged.
 *
 * <p>{@link io.paperwire.standalone.bench.IngestBench} runs the command that {@code paperwire
 * ingest} runs, in a process of its own, against {@link io.paperwire.standalone.bench.OaiServer}
 * and a broker and registry that it starts. Only that process counts: its processor time is what
 * records a second and core are made of. {@link io.paperwire.standalone.bench.CpuProfile} tells
 * from a flight recording what the time went into.
 */
@NullMarked
package io.paperwire.standalone.bench;

import org.jspecify.annotations.NullMarked;
