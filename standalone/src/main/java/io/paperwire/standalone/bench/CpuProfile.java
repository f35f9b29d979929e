package io.paperwire.standalone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a flight recording says the processor's time went into (JEP 509, JFR CPU-Time Profiling: on
 * Linux, time in native code included).
 */
final class CpuProfile {

  /** One for every {@link #SAMPLED} of a Java thread's processor time. */
  static final String SAMPLE = "jdk.CPUTimeSample";

  private static final Duration SAMPLED = Duration.ofMillis(10);

  /** A sample belongs to the first of these that its stack meets, from the top. */
  private static final Map<String, String> WORK = work();

  private static Map<String, String> work() {
    Map<String, String> work = new LinkedHashMap<>();
    work.put("io.paperwire.ingest.xml", "XML");
    work.put("com.sun.org.apache.xerces", "XML");
    work.put("com.sun.xml.internal.stream", "XML");
    work.put("io.paperwire.ingest.markup", "LaTeX, author lists, Unicode");
    work.put("io.paperwire.ingest.judgement", "fingerprints and judgement");
    work.put("io.paperwire.ingest.state", "state: known papers, positions");
    work.put("io.confluent", "Avro");
    work.put("org.apache.avro", "Avro");
    work.put("org.apache.kafka", "Kafka client, compression");
    work.put("com.github.luben.zstd", "Kafka client, compression");
    work.put("jdk.internal.net.http", "HTTP");
    work.put("io.paperwire.ingest.upstream", "HTTP");
    work.put("io.paperwire.ingest.source", "records");
    work.put("io.paperwire.ingest.format", "records");
    work.put("io.paperwire.ingest.identity", "records");
    work.put("io.paperwire.ingest.record", "records");
    work.put("io.paperwire.ingest.publish", "records");
    return work;
  }

  private CpuProfile() {}

  /**
   * The shares of all of a process's time, the largest first, for example {@code 31 % XML}. What no
   * Java thread took is the virtual machine's own.
   *
   * @param recording of the process
   * @param all the process's time
   * @throws IOException if it cannot be read
   */
  static List<String> shares(Path recording, Duration all) throws IOException {
    Map<String, Integer> samples = new LinkedHashMap<>();
    int taken = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals(SAMPLE)) {
          samples.merge(workOf(event).orElse("other"), 1, Integer::sum);
          taken++;
        }
      }
    }
    int total = Math.max(1, (int) (all.toMillis() / SAMPLED.toMillis()));
    samples.put("compiler, collector of memory", Math.max(0, total - taken));
    List<String> shares = new ArrayList<>();
    samples.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            work ->
                shares.add(
                    "%5.1f %%  %s".formatted(100.0 * work.getValue() / total, work.getKey())));
    return shares;
  }

  private static Optional<String> workOf(RecordedEvent event) {
    return Optional.<RecordedStackTrace>ofNullable(event.getValue("stackTrace")).stream()
        .flatMap(stack -> stack.getFrames().stream())
        .flatMap(frame -> workOf(frame).stream())
        .findFirst();
  }

  private static Optional<String> workOf(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return WORK.entrySet().stream()
        .filter(work -> type.startsWith(work.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
