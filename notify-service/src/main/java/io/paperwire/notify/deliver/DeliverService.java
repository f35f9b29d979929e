package io.paperwire.notify.deliver;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.paperwire.notify.deliver.DeliverStatus.Phase;
import io.paperwire.notify.deliver.intake.DigestConsumer;
import io.paperwire.notify.deliver.intake.DigestDeadLetters;
import io.paperwire.notify.deliver.intake.IntakeLimits;
import io.paperwire.notify.deliver.intake.KafkaDeliveryNews;
import io.paperwire.notify.deliver.intake.Outlet;
import io.paperwire.notify.deliver.intake.TopicDigestReader;
import io.paperwire.notify.deliver.ledger.JdbiLedger;
import io.paperwire.notify.deliver.patience.Patience;
import io.paperwire.notify.deliver.patience.Stop;
import io.paperwire.notify.deliver.patience.Stopped;
import io.paperwire.notify.deliver.recipient.JdbiAddressBook;
import io.paperwire.notify.deliver.sending.Announcer;
import io.paperwire.notify.deliver.sending.ClaimRenewal;
import io.paperwire.notify.deliver.sending.Deliverer;
import io.paperwire.notify.deliver.sending.DeliveryCounts;
import io.paperwire.notify.deliver.sending.DigestReader;
import io.paperwire.notify.deliver.sending.Lanes;
import io.paperwire.notify.deliver.sending.MailRate;
import io.paperwire.notify.deliver.sending.Retries;
import io.paperwire.notify.deliver.sending.RetrySchedule;
import io.paperwire.notify.deliver.sending.SendingFlow;
import io.paperwire.notify.deliver.sending.ServerWatch;
import io.paperwire.notify.role.DeliverRole;
import io.paperwire.notify.sql.SqlFailure;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Outage;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the role together, starts it with the application and stops it with the mails in hand. */
@Singleton
@DeliverRole
final class DeliverService implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverService.class);

  /** How long committing and leaving the group may take after the last mail. */
  private static final Duration TO_LEAVE = Duration.ofSeconds(10);

  private final DeliverNeighbours neighbours;
  private final DeliverConfiguration configuration;
  private final Stop stop = new Stop();
  private final Patience database = new Patience("the database", DeliverService::mayPass, stop);
  private final Patience registryToRead =
      new Patience("the schema registry", Outage::keptFromReading, stop);
  private final Patience registryToWrite =
      new Patience("the schema registry", Outage::keptFromProcessing, stop);
  private final Patience broker = new Patience("the broker", Outage::keptFromProcessing, stop);
  private final Patience preparing =
      new Patience("the broker or the schema registry", _ -> true, stop);
  private final DeliveryCounts counts = new DeliveryCounts();
  private final CountDownLatch ended = new CountDownLatch(2);
  private final CountDownLatch told = new CountDownLatch(1);
  private final Stop end = new Stop();
  private final Producer<byte[], byte[]> producer;
  private final ServerWatch server;
  private final Lanes lanes;
  private final DigestConsumer consumer;
  private final Retries retries;
  private final Announcer announcer;
  private final ClaimRenewal renewal;
  private volatile boolean prepared;

  DeliverService(DeliverNeighbours neighbours, DeliverConfiguration configuration) {
    this.neighbours = neighbours;
    this.configuration = configuration;
    this.producer = new KafkaProducer<>(DeliverClients.producer(neighbours.kafka()));
    this.server = new ServerWatch(neighbours.mailServer(), neighbours.clock());
    this.lanes = new Lanes(configuration.concurrency());
    TopicCatalogue catalogue = neighbours.catalogue();
    Outlet outlet = new Outlet(producer, broker);
    SendingFlow flow = flow();
    JdbiLedger ledger =
        new JdbiLedger(neighbours.jdbi(), database, neighbours.clock(), configuration.lease());
    this.announcer =
        new Announcer(
            ledger,
            new KafkaDeliveryNews(catalogue.deliveryEvents(), outlet, registryToWrite),
            neighbours.clock(),
            end);
    Deliverer deliverer =
        new Deliverer(
            ledger,
            new JdbiAddressBook(neighbours.jdbi(), database),
            neighbours.renderer(),
            neighbours.mailer(),
            announcer,
            flow);
    this.renewal = new ClaimRenewal(deliverer::renewClaims, configuration.renewal(), end);
    DigestReader reader = new TopicDigestReader(catalogue.digests(), registryToRead);
    DigestDeadLetters dead = new DigestDeadLetters(outlet, catalogue.digests(), counts);
    this.retries =
        new Retries(ledger, deliverer, reader, dead, lanes, flow, configuration.remember());
    this.consumer =
        new DigestConsumer(
            catalogue.digests().name(),
            () -> DeliverClients.consumer(neighbours.kafka(), catalogue),
            reader,
            deliverer,
            dead,
            lanes,
            server,
            stop,
            new IntakeLimits(configuration.inHand(), configuration.closeTimeout()));
  }

  private SendingFlow flow() {
    return new SendingFlow(
        server,
        new MailRate(configuration.mailsPerSecond(), System::nanoTime, stop),
        new RetrySchedule(configuration.retryAfter()),
        counts,
        neighbours.delays(),
        neighbours.clock(),
        stop);
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    start("deliver-intake", this::prepareAndRead, ended);
    start("deliver-retries", retries::run, ended);
    start("deliver-news", announcer::run, told);
    Thread.ofPlatform().name("deliver-claims").daemon().start(renewal::run);
  }

  /** How the role is doing now. */
  DeliverStatus status() {
    Map<String, String> problems = new LinkedHashMap<>();
    add(problems, "start", preparing.problem());
    add(problems, "intake", consumer.problem());
    add(problems, "mail server", server.problem());
    add(problems, "database", database.problem());
    add(problems, "registry", registryToRead.problem().or(registryToWrite::problem));
    add(problems, "broker", broker.problem());
    return new DeliverStatus(phase(), lanes.inHand(), problems, counts.now());
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stop.ask();
    Duration most = configuration.closeTimeout().plus(TO_LEAVE);
    if (!ended.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Delivery did not end in time; what it had in hand is taken up at the next start");
    }
    end.ask();
    if (!told.await(TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Not all was told of what was delivered; the ledger knows the rest");
    }
    producer.close();
  }

  private Phase phase() {
    if (ended.getCount() < 2 || stop.isAsked()) {
      return Phase.STOPPED;
    }
    return prepared ? Phase.RUNNING : Phase.PREPARING;
  }

  private void prepareAndRead() {
    prepared = preparing.await(this::prepare);
    consumer.run();
  }

  private boolean prepare() {
    TopicCatalogue catalogue = neighbours.catalogue();
    List<Topic<?, ?>> topics =
        List.of(
            catalogue.digests(),
            TopicCatalogue.deadLetters(catalogue.digests()),
            catalogue.deliveryEvents());
    try {
      neighbours.provisioning().ensure(topics);
      return true;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics were put in place", end);
    }
  }

  private static void start(String name, Runnable work, CountDownLatch done) {
    Thread.ofPlatform().name(name).start(() -> untilEnd(work, done));
  }

  private static void untilEnd(Runnable work, CountDownLatch done) {
    try {
      work.run();
    } catch (Stopped end) {
      LOG.debug("Stopped");
    } catch (RuntimeException failure) {
      LOG.error("Delivery ended with a failure", failure);
    } finally {
      done.countDown();
    }
  }

  /**
   * Whatever the database has against a statement is waited for too, unless it blames the values: a
   * table that is not there yet comes with the migration that another instance makes.
   */
  private static boolean mayPass(Throwable failure) {
    return failure instanceof JdbiException && SqlFailure.of(failure) != SqlFailure.DATA;
  }

  private static void add(Map<String, String> problems, String name, Optional<String> problem) {
    problem.ifPresent(text -> problems.put(name, text));
  }
}
