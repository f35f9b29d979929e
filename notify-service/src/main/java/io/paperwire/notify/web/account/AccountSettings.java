package io.paperwire.notify.web.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The configuration {@code paperwire.web.sign-up}.
 *
 * @param addressPause time between two sign-ups with one address, and before its link is mailed
 *     again; 0 for none
 * @param answerWithin how long a sign-up waits to hear whether the mail server took the mail
 * @param clientLimit requests for a mail that one client address may make in a window; 0 for no
 *     limit
 * @param clientWindow length of that window
 * @param keepUnconfirmed how long a sign-up that nobody confirms is kept after its link has expired
 * @param keepEnded how long an address is kept after its subscription has ended
 * @param refusals digests in a row, refused because nobody is there, that end a subscription; 0 for
 *     never
 * @param refusedFor time that must lie between the first of these refusals and the last
 */
@ConfigurationProperties("paperwire.web.sign-up")
public record AccountSettings(
    @Bindable(defaultValue = "5m") Duration addressPause,
    @Bindable(defaultValue = "15s") Duration answerWithin,
    @Bindable(defaultValue = "20") int clientLimit,
    @Bindable(defaultValue = "10m") Duration clientWindow,
    @Bindable(defaultValue = "7d") Duration keepUnconfirmed,
    @Bindable(defaultValue = "30d") Duration keepEnded,
    @Bindable(defaultValue = "3") int refusals,
    @Bindable(defaultValue = "2d") Duration refusedFor) {}
