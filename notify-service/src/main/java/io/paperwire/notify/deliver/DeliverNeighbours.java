package io.paperwire.notify.deliver;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.notify.deliver.sending.DeliveryDelays;
import io.paperwire.notify.mail.MailServer;
import io.paperwire.notify.mail.Mailer;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/**
 * What the role works with.
 *
 * @param jdbi the database with addresses and ledger
 * @param kafka where the brokers are
 * @param catalogue the topics
 * @param provisioning puts them in place
 * @param renderer makes mails
 * @param mailer sends them
 * @param mailServer tells whether it could
 * @param delays learns how late mails were
 * @param clock the time
 */
@Singleton
record DeliverNeighbours(
    Jdbi jdbi,
    KafkaSettings kafka,
    TopicCatalogue catalogue,
    Provisioning provisioning,
    MailRenderer renderer,
    Mailer mailer,
    MailServer mailServer,
    DeliveryDelays delays,
    InstantSource clock) {}
