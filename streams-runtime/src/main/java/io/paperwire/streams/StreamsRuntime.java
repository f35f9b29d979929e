package io.paperwire.streams;

import io.paperwire.provisioning.Provisioning;
import io.paperwire.streams.StreamsStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a topology from {@link #start} to {@link #close}, through every failure that time can heal.
 */
public final class StreamsRuntime implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);

  private final StreamsSettings settings;
  private final StreamDefinition stream;
  private final DeadLetters deadLetters;
  private final Provisioning provisioning;
  private final Consumer<KafkaStreams> beginning;
  private final InstantSource clock = InstantSource.system();
  private final Failures failures = new Failures();
  private final Restoration restoration = new Restoration();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean hasRun;
  private volatile @Nullable KafkaStreams streams;

  /**
   * A stream that does not run yet.
   *
   * @param settings how it runs
   * @param stream what it does
   * @param provisioning puts in place what the stream needs
   * @param beginning handed what Kafka runs, just before it starts
   */
  public StreamsRuntime(
      StreamsSettings settings,
      StreamDefinition stream,
      Provisioning provisioning,
      Consumer<KafkaStreams> beginning) {
    this.settings = settings;
    this.stream = stream;
    this.deadLetters = stream.deadLetters();
    this.provisioning = provisioning;
    this.beginning = beginning;
  }

  /** Starts in the background and returns at once; {@link #status} tells how far it is. */
  public void start() {
    Thread.ofVirtual().name(settings.applicationId() + "-start").start(this::run);
  }

  /** How the stream is doing now. */
  public StreamsStatus status() {
    Optional<String> problem = failures.open(clock.instant());
    KafkaStreams running = streams;
    if (running == null) {
      return new StreamsStatus(
          isClosing() ? Phase.STOPPED : Phase.PREPARING, problem, Optional.empty());
    }
    return new StreamsStatus(
        phase(running.state(), problem.isPresent()), problem, restoration.progress());
  }

  /** The topics of this stream's dead letters. */
  public Set<String> deadLetterTopics() {
    return deadLetters.topics();
  }

  /**
   * How many records this instance has set aside since its start.
   *
   * @param topic one of {@link #deadLetterTopics}
   */
  public long setAside(String topic) {
    return deadLetters.written(topic);
  }

  /** Stops the stream: what was read is finished and committed, stores are closed. */
  @Override
  public void close() {
    KafkaStreams running;
    synchronized (this) {
      closing.countDown();
      running = streams;
    }
    if (running == null) {
      return;
    }
    CloseOptions options =
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(settings.closeTimeout());
    if (running.close(options)) {
      LOG.info("stream {} is closed", settings.applicationId());
    } else {
      LOG.warn(
          "stream {} was not closed within {}: its stores will be restored at the next start",
          settings.applicationId(),
          settings.closeTimeout());
    }
  }

  private void run() {
    LOG.info("stream {} runs:\n{}", settings.applicationId(), stream.topology().describe());
    while (!isClosing()) {
      try {
        provisioning.ensure(stream.topics());
        findBroker();
        failures.overcome();
        startStreams();
        return;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        Duration pause = failures.add(failure, now());
        LOG.warn(
            "stream {} with the state directory {} cannot start yet, next attempt in {} ms: {}",
            settings.applicationId(),
            settings.stateDirectory().toAbsolutePath(),
            pause.toMillis(),
            failure.toString());
        await(pause);
      } catch (Error failure) {
        failures.add(failure, now());
        LOG.error("stream {} cannot start", settings.applicationId(), failure);
        closing.countDown();
      }
    }
  }

  /**
   * Fails where the names of the brokers are not known. Kafka Streams would find out too, and keep
   * the state directory locked, so that no later attempt could succeed.
   */
  private void findBroker() {
    Admin.create(settings.kafka().admin(settings.applicationId() + "-start")).close(Duration.ZERO);
  }

  private synchronized void startStreams() {
    if (isClosing()) {
      return;
    }
    KafkaStreams starting = new KafkaStreams(stream.topology(), settings.properties(deadLetters));
    starting.setStateListener((state, before) -> hasRun |= state == State.RUNNING);
    starting.setGlobalStateRestoreListener(restoration);
    starting.setUncaughtExceptionHandler(this::recover);
    beginning.accept(starting);
    starting.start();
    streams = starting;
  }

  /** Called on the stream thread that fails. */
  private StreamThreadExceptionResponse recover(Throwable failure) {
    Duration pause = failures.add(failure, now());
    if (isClosing() || isBeyondRepair(failure)) {
      LOG.error("stream {} ends", settings.applicationId(), failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn(
        "stream {} failed and continues in {} ms",
        settings.applicationId(),
        pause.toMillis(),
        failure);
    await(pause);
    return isClosing()
        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
        : StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private static boolean isBeyondRepair(Throwable failure) {
    return failure instanceof VirtualMachineError || failure instanceof LinkageError;
  }

  private Phase phase(State state, boolean problem) {
    return switch (state) {
      case CREATED -> Phase.STARTING;
      case RUNNING, REBALANCING ->
          problem ? Phase.RECOVERING : hasRun ? Phase.RUNNING : Phase.STARTING;
      case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> Phase.STOPPED;
    };
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private Instant now() {
    return clock.instant();
  }

  private void await(Duration pause) {
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
