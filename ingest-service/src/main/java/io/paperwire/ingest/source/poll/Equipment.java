package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.upstream.Upstreams;
import java.time.InstantSource;

/**
 * What every source needs that asks an upstream.
 *
 * @param limits how large a paper may be
 * @param upstreams who can be asked
 * @param clock tells the time
 */
public record Equipment(PaperLimits limits, Upstreams upstreams, InstantSource clock) {}
