package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.patience.Pause;
import java.time.InstantSource;

/**
 * What holds mails back, and counts and times them.
 *
 * @param server whether mails go through at all
 * @param rate how many leave in a second
 * @param schedule when to try again
 * @param counts what became of them
 * @param delays learns how late they were
 * @param clock the time
 * @param pause how to wait
 */
public record SendingFlow(
    ServerWatch server,
    MailRate rate,
    RetrySchedule schedule,
    DeliveryCounts counts,
    DeliveryDelays delays,
    InstantSource clock,
    Pause pause) {}
