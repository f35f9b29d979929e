package io.paperwire.streams.application;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The configuration {@code paperwire.streams}.
 *
 * @param applicationId names the group of all instances of the service
 * @param stateDirectory where stores are kept between runs; each instance of a service needs its
 *     own
 * @param threads stream threads of this instance
 * @param commitInterval time between commits
 * @param pollTime how long a thread without records waits for some before it looks at its clocks
 * @param closeTimeout how long closing may take
 * @param attempts how often work on a record is tried before the record is set aside, 1 to 5
 */
@ConfigurationProperties("paperwire.streams")
public record StreamsConfiguration(
    String applicationId,
    @Bindable(defaultValue = "state") Path stateDirectory,
    @Bindable(defaultValue = "1") int threads,
    @Bindable(defaultValue = "100ms") Duration commitInterval,
    @Bindable(defaultValue = "100ms") Duration pollTime,
    @Bindable(defaultValue = "30s") Duration closeTimeout,
    @Bindable(defaultValue = "3") int attempts) {}
