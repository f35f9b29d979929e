package io.paperwire.standalone.deadletter;

import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that could not be processed.
 *
 * @param place where it lies in its dead-letter topic
 * @param record its key, and its headers without the trace; of its value only those have the bytes
 *     that are about to be replayed
 * @param replayed whether it was replayed
 */
public record DeadLetter(Place place, ConsumerRecord<byte[], byte[]> record, boolean replayed) {

  /**
   * Where a letter lies.
   *
   * @param topic the dead-letter topic
   * @param partition from 0
   * @param offset from 0
   */
  public record Place(String topic, int partition, long offset) {

    @Override
    public String toString() {
      return topic + "-" + partition + "@" + offset;
    }
  }

  /** The topic that it was read from; empty if nobody wrote it down. */
  public Optional<String> origin() {
    return header(DeadLetterHeaders.TOPIC);
  }

  /** The partition that it was read from; empty if nobody wrote it down. */
  public Optional<Integer> originPartition() {
    return header(DeadLetterHeaders.PARTITION).map(Integer::valueOf);
  }

  /** The offset that it was read from; empty if nobody wrote it down. */
  public Optional<Long> originOffset() {
    return header(DeadLetterHeaders.OFFSET).map(Long::valueOf);
  }

  /** Whether it holds the beginning of its record only, which was too large. */
  public boolean isCut() {
    return origin().isPresent() && header(DeadLetterHeaders.SIZE).isPresent();
  }

  /**
   * Where input that ingest could not read stood, for people; empty for a record of a topic. It can
   * not be replayed, but corrected where it is.
   */
  public Optional<String> input() {
    return header(DeadLetterHeaders.SOURCE)
        .map(
            source ->
                source
                    + header(DeadLetterHeaders.INPUT).map(input -> " " + input).orElse("")
                    + header(DeadLetterHeaders.LINE).map(line -> ", line " + line).orElse(""));
  }

  /** Its key as text; empty if it has none. */
  public String key() {
    byte[] key = record.key();
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }

  /** What went wrong: the class of the error, without its package, and the message. */
  public String error() {
    String name = header(DeadLetterHeaders.EXCEPTION).orElse("unknown error");
    return name.substring(name.lastIndexOf('.') + 1)
        + header(DeadLetterHeaders.MESSAGE).map(message -> ": " + message).orElse("");
  }

  /** How often it was tried; empty if nobody wrote it down. */
  public Optional<Integer> attempts() {
    return header(DeadLetterHeaders.ATTEMPTS).map(Integer::valueOf);
  }

  /**
   * The time of the original; that of the letter if nobody wrote it down, as earlier versions did
   * not, whose letters have the original's time.
   */
  public Instant at() {
    return Instant.ofEpochMilli(
        header(DeadLetterHeaders.TIMESTAMP).map(Long::valueOf).orElseGet(record::timestamp));
  }

  private Optional<String> header(String name) {
    Header header = record.headers().lastHeader(name);
    return Optional.ofNullable(header)
        .map(found -> new String(found.value(), StandardCharsets.UTF_8));
  }
}
