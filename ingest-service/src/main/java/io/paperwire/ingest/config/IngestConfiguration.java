package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The service as a whole.
 *
 * @param instance name of this instance, different from that of any other that runs; host and port
 *     where empty
 * @param statePartitions partitions of the state topic; never changed after the first start
 * @param takeoverAfter how long the instance that reads a source must be silent before another one
 *     takes the source over; a sign of life is given every third of it, whatever else takes long,
 *     and one that a busy broker commits late must not be missed
 */
@ConfigurationProperties("paperwire.ingest")
public record IngestConfiguration(
    @Bindable(defaultValue = "") String instance,
    @Bindable(defaultValue = "4") int statePartitions,
    @Bindable(defaultValue = "30s") Duration takeoverAfter) {

  private static final Duration LEAST_TAKEOVER = Duration.ofSeconds(1);

  public IngestConfiguration {
    if (takeoverAfter.compareTo(LEAST_TAKEOVER) < 0) {
      throw new IllegalArgumentException(
          "paperwire.ingest.takeover-after must be at least 1s, three times what a commit may take,"
              + " not "
              + takeoverAfter);
    }
  }
}
