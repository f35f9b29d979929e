package io.paperwire.ingest.publish;

import io.paperwire.ingest.format.EventSize;
import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Known;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.state.SourceState;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes all records of a batch before its transaction begins, so that one that cannot be written is
 * set aside and stops no other. Belongs to one thread.
 */
final class Preparation {

  private final String source;
  private final PublishTopics topics;
  private final SourceState.Draft draft;
  private final ObservationTimes times;
  private final boolean backlog;
  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final SortedMap<Integer, Outcome> papers = new TreeMap<>();
  private final List<Boolean> counted = new ArrayList<>();
  private int rejects;

  Preparation(
      String source,
      PublishTopics topics,
      SourceState.Draft draft,
      ObservationTimes times,
      boolean backlog) {
    this.source = source;
    this.topics = topics;
    this.draft = draft;
    this.times = times;
    this.backlog = backlog;
  }

  /** Prepares all of a batch; the draft says then what is known after it. */
  Preparation all(Batch batch) {
    Rivals.of(batch.records()).forEach(this::papers);
    batch.signals().forEach(signal -> counted.add(signal(signal)));
    batch.rejects().forEach(this::reject);
    for (RejectedInput answer : batch.quarantined()) {
      records.addAll(Quarantine.records(topics.quarantine().name(), source, answer));
      rejects++;
    }
    draft.advance(batch.advances());
    draft.entries().forEach(entry -> records.add(topics.state().record(source, entry)));
    return this;
  }

  /** What to write, in this order. */
  List<ProducerRecord<byte[], byte[]>> records() {
    return records;
  }

  /** What it comes to once it is committed. */
  Committed committed() {
    return new Committed(List.copyOf(papers.values()), counted, rejects);
  }

  /** The first that can be written stands; the others change nothing. */
  private void papers(List<Rivals.Placed> rivals) {
    boolean stands = false;
    for (Rivals.Placed rival : rivals) {
      Outcome outcome = stands ? new Outcome.Judged(Verdict.UNCHANGED) : paper(rival.record());
      stands = stands || outcome instanceof Outcome.Judged;
      papers.put(rival.place(), outcome);
    }
  }

  private Outcome paper(SourceRecord record) {
    String paperId = record.paperId().value();
    Optional<Known> before = draft.known(paperId);
    Judgement judgement = Judgement.of(record, before);
    Optional<PaperEvent> event =
        PaperEvents.event(source, record, judgement, () -> times.next(paperId));
    if (event.isPresent()) {
      Optional<Outcome.Refused> refused = event(paperId, event.get());
      if (refused.isPresent()) {
        reject(letter(record, refused.get()));
        return refused.get();
      }
    }
    if (before.filter(judgement.known()::equals).isEmpty()) {
      draft.remember(paperId, judgement.known());
    }
    return new Outcome.Judged(judgement.verdict());
  }

  /** Adds an event, or tells why it cannot be written. */
  private Optional<Outcome.Refused> event(String paperId, PaperEvent event) {
    try {
      byte[] bytes = bytes(topics.paperEvents(), event);
      if (bytes.length > EventSize.MAX_BYTES) {
        return refused(
            Fault.TOO_LARGE,
            "the event has %d bytes, the limit is %d".formatted(bytes.length, EventSize.MAX_BYTES));
      }
      add(topics.paperEvents(), paperId, bytes);
      return Optional.empty();
    } catch (RuntimeException e) {
      if (isWritable(event)) {
        throw e; // not the event's fault: the registry does not answer, for example
      }
      return refused(Fault.WRONG_VALUE, "the paper cannot be written as an event: " + e);
    }
  }

  private static Optional<Outcome.Refused> refused(Fault fault, String reason) {
    return Optional.of(new Outcome.Refused(fault, reason));
  }

  /** Whether Avro alone can write an event. */
  private static boolean isWritable(PaperEvent event) {
    try {
      return event.toByteBuffer().hasRemaining();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static RejectedInput letter(SourceRecord record, Outcome.Refused refused) {
    RawBytes raw = RawBytes.of(utf8(record.toString()));
    return RejectedInput.whole(
        new Place(record.paperId().value(), 1), refused.fault(), refused.reason(), raw);
  }

  private boolean signal(RecordedSignal signal) {
    boolean isNew = draft.count(signal);
    if (isNew) {
      byte[] bytes = bytes(topics.paperSignals(), PaperEvents.signal(signal));
      add(topics.paperSignals(), signal.paperId().value(), bytes);
    }
    return isNew;
  }

  private void reject(RejectedInput reject) {
    records.add(DeadLetter.of(topics.deadLetters().name(), source, reject));
    rejects++;
  }

  private static <V> byte[] bytes(Topic<String, V> topic, V value) {
    return topic.valueSerde().serializer().serialize(topic.name(), value);
  }

  private void add(Topic<?, ?> topic, String key, byte[] value) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.name(), utf8(key), value);
    if (backlog) {
      BacklogHeader.mark(record.headers());
    }
    records.add(record);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
