package io.paperwire.standalone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What a flight recording says the processor's time went into. */
final class CpuProfile {

  private static final String SAMPLE = "jdk.ExecutionSample";

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
   * The shares of a recording, the largest first, for example {@code 31 % XML}.
   *
   * @throws IOException if it cannot be read
   */
  static List<String> shares(Path recording) throws IOException {
    Map<String, Integer> samples = new LinkedHashMap<>();
    int all = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals(SAMPLE)) {
          samples.merge(workOf(event).orElse("other"), 1, Integer::sum);
          all++;
        }
      }
    }
    int total = Math.max(1, all);
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
    return Optional.ofNullable(event.getStackTrace()).stream()
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
