package io.paperwire.notify.match;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The configuration {@code paperwire.match}.
 *
 * @param round what falls due waits so long, and what falls due meanwhile is told with it
 * @param digestsPerRound digests made in one look at most, so that reading goes on between them
 * @param digestItems papers in one digest at most; more wait for the next one
 * @param patience how long papers of a backlog may wait for those who want to hear at once
 * @param memory how long it is remembered what was sent to whom; older papers are not sent
 */
@ConfigurationProperties("paperwire.match")
record MatchConfiguration(
    @Bindable(defaultValue = "200ms") Duration round,
    @Bindable(defaultValue = "500") int digestsPerRound,
    @Bindable(defaultValue = "50") int digestItems,
    @Bindable(defaultValue = "15m") Duration patience,
    @Bindable(defaultValue = "180d") Duration memory) {}
