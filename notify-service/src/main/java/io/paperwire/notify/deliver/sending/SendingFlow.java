package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.patience.Pause;
import java.time.InstantSource;

/**
 * What holds mails back, and counts them.
 *
 * @param server whether mails go through at all
 * @param rate how many leave in a second
 * @param schedule when to try again
 * @param counts what became of them
 * @param clock the time
 * @param pause how to wait
 */
public record SendingFlow(
    ServerWatch server,
    MailRate rate,
    RetrySchedule schedule,
    DeliveryCounts counts,
    InstantSource clock,
    Pause pause) {}
