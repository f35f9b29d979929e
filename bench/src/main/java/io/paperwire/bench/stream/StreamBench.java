package io.paperwire.bench.stream;

import io.paperwire.bench.stream.BenchSubscribers.Expected;
import io.paperwire.bench.stream.DigestWatch.Told;
import io.paperwire.index.Paper;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Measures the role match as a whole, in a process of its own on a real broker: how long a day's
 * papers take, whether each is told exactly once, how soon it works again after it was killed, and
 * how late an alert is while a backfill runs.
 */
public final class StreamBench {

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Marks of transactions and papers on their way, a partition. */
  private static final long UNREAD = 5;

  private final StreamBenchSettings settings;
  private final BenchPapers papers;
  private final BenchSubscribers subscribers;
  private final MatchInstance instance;
  private final StreamWire wire;
  private final DigestWatch watch;
  private final Probes probes;
  private final PrintWriter out;

  /**
   * A benchmark.
   *
   * @param papers papers with abstracts, categories and authors; again and again if there are few
   * @param instance runs already, so that its topics are there
   * @param bootstrapServers of the broker that it uses
   * @param topics its topics
   * @param group its application id
   * @param out where the report goes
   */
  public StreamBench(
      StreamBenchSettings settings,
      List<Paper> papers,
      MatchInstance instance,
      String bootstrapServers,
      TopicCatalogue topics,
      String group,
      PrintWriter out) {
    this.settings = settings;
    this.papers = new BenchPapers(papers);
    this.subscribers = new BenchSubscribers(settings, papers);
    this.instance = instance;
    this.wire = new StreamWire(bootstrapServers, topics, group);
    this.watch = new DigestWatch(bootstrapServers, topics.digests());
    this.probes = new Probes(wire, watch);
    this.out = new PrintWriter(out, true);
  }

  /**
   * Runs it.
   *
   * @return whether those who want to hear at once were told of exactly what they should: of the
   *     day's papers, also after the stream was stopped and killed, and of those that came while a
   *     backfill ran
   */
  public boolean run() throws InterruptedException {
    try (wire;
        watch) {
      subscribe();
      Alerts day = day();
      boolean exact = isExact("alerts at once", day);
      restart("after it was stopped", instance::stop);
      exact &= isExact("the day's alerts then", day);
      restart("after it was killed", this::kill);
      exact &= isExact("the day's alerts then", day);
      if (settings.backfill() > 0) {
        exact &= isExact("alerts meanwhile", backfill());
      }
      return exact;
    }
  }

  private void subscribe() throws InterruptedException {
    long start = System.nanoTime();
    probes.subscribe();
    for (int i = 0; i < subscribers.count(); i++) {
      wire.send(subscribers.subscriber(i));
    }
    wire.flush();
    while (wire.unreadInterests() > 0) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
    double seconds = seconds(start);
    out.printf(
        Locale.ROOT,
        "%,d subscribers with %,d interests signed up in %.1f s, %,.0f a second%n",
        settings.subscribers(),
        settings.interests(),
        seconds,
        settings.subscribers() / seconds);
    probes.await();
  }

  /**
   * Papers of which some want to hear at once.
   *
   * @param prefix of their ids; a number follows, from 0
   * @param wanted who should be told of which, see {@link BenchSubscribers#pair}
   * @param seen how much had been told before the first of them
   */
  private record Alerts(String prefix, Set<Long> wanted, int seen) {}

  private Alerts day() throws InterruptedException {
    List<Paper> day = papers.slice(0, settings.day());
    Expected expected = subscribers.expected(day);
    int seen = watch.count();
    Duration worked = instance.processorTime();
    long start = System.currentTimeMillis();
    for (int i = 0; i < day.size(); i++) {
      wire.send(BenchPapers.record("day-" + i, day.get(i)), false);
    }
    wire.flush();
    double seconds = (probes.await() - start) / 1e3;
    out.printf(
        Locale.ROOT,
        "%,d papers matched and committed in %.1f s (%.1f s of processors): %,.0f papers/s,"
            + " %,.0f matches/s, %,d matches%n",
        day.size(),
        seconds,
        worked(worked),
        day.size() / seconds,
        expected.pairs() / seconds,
        expected.pairs());
    Alerts alerts = new Alerts("day-", expected.atOnce(), seen);
    awaitTold(alerts);
    out.printf(
        Locale.ROOT,
        "the last alert was there after %.1f s%n",
        (System.currentTimeMillis() - start) / 1e3);
    return alerts;
  }

  /** Waits for those who come late, but not for ever. */
  private void awaitTold(Alerts alerts) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (told(alerts).size() < alerts.wanted.size() && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
  }

  /** Whether each was told of what they should, and once; what comes too often may come late. */
  private boolean isExact(String what, Alerts alerts) throws InterruptedException {
    probes.await();
    AlertTally tally = AlertTally.of(alerts.wanted, told(alerts));
    out.printf(
        Locale.ROOT,
        "%s: %,d of %,d told; %,d missing, %,d twice, %,d wrong%n",
        what,
        tally.told(),
        tally.wanted(),
        tally.missing(),
        tally.repeated(),
        tally.wrong());
    return tally.isExact();
  }

  private List<Long> told(Alerts alerts) {
    List<Long> pairs = new ArrayList<>();
    for (Told told : watch.since(alerts.seen)) {
      if (BenchSubscribers.isOne(told.subscriberId()) && told.paperId().startsWith(alerts.prefix)) {
        pairs.add(
            BenchSubscribers.pair(
                BenchSubscribers.number(told.subscriberId()),
                Integer.parseInt(told.paperId().substring(alerts.prefix.length()))));
      }
    }
    return pairs;
  }

  private void kill() {
    try {
      instance.kill();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart(String when, Runnable end) throws InterruptedException {
    end.run();
    long start = System.currentTimeMillis();
    instance.start();
    double seconds = (probes.await() - start) / 1e3;
    out.printf(
        Locale.ROOT,
        "%s: matching again %.1f s after the process was started (%.1f s of processors)%n",
        when,
        seconds,
        worked(Duration.ZERO));
    instance.awaitUp();
  }

  /**
   * New papers at the pace of the alerts, until the process has compiled what it needs for them.
   */
  private void warmUp() throws InterruptedException {
    long period = TimeUnit.SECONDS.toNanos(1) / settings.alertsPerSecond();
    for (int i = 0; i < settings.warmUp(); i++) {
      wire.send(BenchPapers.record("warm-" + i, papers.slice(i, 1).getFirst()), false);
      TimeUnit.NANOSECONDS.sleep(period);
    }
    wire.flush();
    probes.await();
  }

  private Alerts backfill() throws InterruptedException {
    warmUp();
    List<Paper> past = papers.slice(settings.day(), settings.backfill());
    int seen = watch.count();
    Map<String, Long> sent = new HashMap<>();
    Duration worked = instance.processorTime();
    long start = System.nanoTime();
    Thread writer = Thread.ofPlatform().name("backfill").start(() -> writeBackfill(past));
    double seconds = 0;
    long period = TimeUnit.SECONDS.toNanos(1) / settings.alertsPerSecond();
    for (int i = 0; i < settings.alerts() || seconds == 0; i++) {
      Paper paper = papers.slice(settings.day() + settings.backfill() + i, 1).getFirst();
      String id = "alert-" + i;
      sent.put(id, System.currentTimeMillis());
      wire.send(BenchPapers.record(id, paper), false);
      TimeUnit.NANOSECONDS.sleep(period);
      if (seconds == 0
          && i % settings.alertsPerSecond() == 0
          && !writer.isAlive()
          && wire.unreadPapers() <= UNREAD * wire.partitions()
          && instance.backlog() == 0) {
        seconds = seconds(start);
      }
    }
    writer.join();
    wire.flush();
    probes.await();
    out.printf(
        Locale.ROOT,
        "a backfill of %,d papers matched and committed in %.1f s: %,.0f papers/s;"
            + " %.1f s of processors%n",
        past.size(),
        seconds,
        past.size() / seconds,
        worked(worked));
    List<Paper> anew = papers.slice(settings.day() + settings.backfill(), sent.size());
    Alerts alerts = new Alerts("alert-", subscribers.expected(anew).atOnce(), seen);
    awaitTold(alerts);
    delays(sent, seen);
    return alerts;
  }

  private void writeBackfill(List<Paper> past) {
    long start = System.nanoTime();
    for (int i = 0; i < past.size(); i++) {
      wire.send(BenchPapers.record("past-" + i, past.get(i)), true);
      long due =
          settings.backfillPerSecond() == 0 ? 0 : i * 1_000_000_000L / settings.backfillPerSecond();
      long early = due - (System.nanoTime() - start);
      if (early > 0) {
        try {
          TimeUnit.NANOSECONDS.sleep(early);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
    wire.flush();
  }

  private void delays(Map<String, Long> sent, int seen) {
    long[] delays =
        watch.since(seen).stream()
            .filter(told -> sent.containsKey(told.paperId()))
            .mapToLong(told -> told.at() - sent.getOrDefault(told.paperId(), 0L))
            .sorted()
            .toArray();
    out.printf(
        Locale.ROOT,
        "meanwhile %,d papers came anew, %,d alerts came of them: median %d ms, p99 %d ms, most %d ms%n",
        sent.size(),
        delays.length,
        share(delays, 0.5),
        share(delays, 0.99),
        share(delays, 1));
  }

  private double worked(Duration before) {
    return instance.processorTime().minus(before).toMillis() / 1e3;
  }

  private static long share(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
