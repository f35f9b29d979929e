package io.paperwire.standalone.replay;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.BackendPorts;
import io.paperwire.embedded.EmbeddedBackends;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.standalone.system.Distribution;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Measures enrich-service on a real broker, exactly once, and compares what it writes undisturbed,
 * killed again and again, and while it grows from one instance to four.
 */
public final class EnrichBench {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Distribution distribution;
  private final Path folder;
  private final List<PaperEvent> events;
  private final EnrichBenchSettings settings;
  private final PrintWriter out;

  /**
   * A bench.
   *
   * @param folder takes data and logs
   * @param events what is fed, one event a paper
   * @param out told what was measured
   */
  public EnrichBench(
      Distribution distribution,
      Path folder,
      List<PaperEvent> events,
      EnrichBenchSettings settings,
      PrintWriter out) {
    this.distribution = distribution;
    this.folder = folder;
    this.events = List.copyOf(events);
    this.settings = settings;
    this.out = out;
  }

  /** Runs all of it; false if a record differs, is lost or is there twice. */
  public boolean run() throws InterruptedException {
    try (EmbeddedBackends backends =
        EmbeddedBackends.start(
            EnumSet.of(Backend.KAFKA, Backend.REGISTRY),
            distribution.backends(),
            folder,
            BackendPorts.free())) {
      Outcome undisturbed = undisturbed(backends);
      boolean same = complete(undisturbed);
      if (settings.kills() > 0) {
        same &= equal("killed " + settings.kills() + " times", undisturbed, killed(backends));
      }
      if (settings.scale()) {
        same &= equal("grown from 1 to 4 instances", undisturbed, grown(backends));
      }
      return same;
    }
  }

  private Outcome undisturbed(EmbeddedBackends backends) throws InterruptedException {
    try (Deployment deployment = deployment(backends, "calm-")) {
      deployment.feed(events);
      deployment.start();
      await(deployment, 1);
      long half =
          speed(deployment, "undisturbed, the first half", deployment.records(), expected() / 2);
      speed(deployment, "undisturbed, the second half", half, expected());
      return settled(deployment);
    }
  }

  /** Tells how fast records come; returns how many there are then. */
  private long speed(Deployment deployment, String what, long from, long to) {
    Instant begin = Instant.now();
    await(deployment, to);
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1e3;
    long records = deployment.records();
    say(
        "%s: %,d records in %.1f s, %,.0f records/s, %,.0f papers/s"
            .formatted(
                what,
                records - from,
                seconds,
                (records - from) / seconds,
                (records - from) / seconds * events.size() / expected()));
    return records;
  }

  private Outcome killed(EmbeddedBackends backends) throws InterruptedException {
    try (Deployment deployment = deployment(backends, "killed-")) {
      deployment.start();
      int share = events.size() / (settings.kills() + 1);
      for (int kill = 0; kill < settings.kills(); kill++) {
        long before = deployment.records();
        deployment.feed(events.subList(kill * share, (kill + 1) * share));
        // In the middle of a share: some of it is committed, some is not.
        await(deployment, before + 1);
        deployment.kill();
      }
      deployment.feed(events.subList(settings.kills() * share, events.size()));
      await(deployment, expected());
      return settled(deployment);
    }
  }

  private Outcome grown(EmbeddedBackends backends) throws InterruptedException {
    try (Deployment deployment = deployment(backends, "grown-")) {
      int share = events.size() / (EnrichBenchSettings.INSTANCES + 1);
      for (int instance = 0; instance < EnrichBenchSettings.INSTANCES; instance++) {
        deployment.start();
        long before = deployment.records();
        deployment.feed(events.subList(instance * share, (instance + 1) * share));
        await(deployment, before + 1);
      }
      deployment.feed(events.subList(EnrichBenchSettings.INSTANCES * share, events.size()));
      await(deployment, expected());
      return settled(deployment);
    }
  }

  private Deployment deployment(EmbeddedBackends backends, String prefix)
      throws InterruptedException {
    Map<String, String> environment =
        Map.of(
            "PAPERWIRE_VECTORS_ENABLED",
            Boolean.toString(settings.vectors()),
            "PAPERWIRE_VECTORS_THREADS",
            Integer.toString(settings.threads()),
            "PAPERWIRE_STREAMS_THREADS",
            Integer.toString(settings.threads()));
    return new Deployment(distribution, backends, folder, prefix, environment);
  }

  /** Records of all papers: one of each, and one more with its vector. */
  private long expected() {
    return settings.vectors() ? 2L * events.size() : events.size();
  }

  /** Waits long enough for a record that should not be there. */
  private static Outcome settled(Deployment deployment) {
    Instant end = Instant.now().plus(Duration.ofSeconds(3));
    while (Instant.now().isBefore(end)) {
      deployment.records();
    }
    return deployment.outcome();
  }

  private static void await(Deployment deployment, long records) {
    Instant end = Instant.now().plus(PATIENCE);
    while (deployment.records() < records) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "%,d of %,d records after %s".formatted(deployment.records(), records, PATIENCE));
      }
    }
  }

  private boolean complete(Outcome outcome) {
    boolean complete = outcome.records() == expected() && outcome.latest().size() == events.size();
    say(
        "undisturbed: %,d papers, %,d records%s"
            .formatted(
                outcome.latest().size(),
                outcome.records(),
                complete ? "" : ", NOT what was expected"));
    return complete;
  }

  private boolean equal(String what, Outcome undisturbed, Outcome disturbed) {
    long differences = undisturbed.differences(disturbed);
    boolean equal = differences == 0 && undisturbed.records() == disturbed.records();
    say(
        "%s: %,d papers, %,d records, %,d papers differ: %s"
            .formatted(
                what,
                disturbed.latest().size(),
                disturbed.records(),
                differences,
                equal ? "equal byte by byte, none lost, none repeated" : "NOT EQUAL"));
    return equal;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
