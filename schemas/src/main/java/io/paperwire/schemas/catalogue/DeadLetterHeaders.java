package io.paperwire.schemas.catalogue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a dead letter. They are the names that Kafka Streams gives to its built-in dead
 * letters (KIP-1034), so that one reader understands all of them, and what it does not tell; values
 * are UTF-8 text.
 */
public final class DeadLetterHeaders {

  /** Class name of the error. */
  public static final String EXCEPTION = "__streams.errors.exception";

  /** The error's message. */
  public static final String MESSAGE = "__streams.errors.message";

  /** The error's stack trace. */
  public static final String STACKTRACE = "__streams.errors.stacktrace";

  /** Topic that the record was read from. */
  public static final String TOPIC = "__streams.errors.topic";

  /** Partition that the record was read from. */
  public static final String PARTITION = "__streams.errors.partition";

  /** Offset that the record was read from. */
  public static final String OFFSET = "__streams.errors.offset";

  /** How often its processing was tried, from 1. Kafka Streams has no name for it. */
  public static final String ATTEMPTS = "paperwire.attempts";

  /**
   * Time of the record, in milliseconds from the epoch. The dead letter has its own, that of
   * setting aside, from which on it is kept. Kafka Streams has no name for it.
   */
  public static final String TIMESTAMP = "paperwire.timestamp";

  /** Name of the source of input that ingest could not read, and that was on no topic before. */
  public static final String SOURCE = "paperwire.source";

  /** The name of the file, or the address, that such input was read from. */
  public static final String INPUT = "paperwire.input";

  /** Line that such input begins at, from 1. */
  public static final String LINE = "paperwire.line";

  /** How many bytes the value has of which the letter holds the beginning, see {@link #fitted}. */
  public static final String SIZE = "paperwire.size";

  /**
   * What a producer sends and a topic takes by default, less what a record costs beside its fields.
   */
  private static final int MOST_BYTES = (1 << 20) - 200;

  /** Beside its name and value. */
  private static final int BYTES_OF_A_HEADER = 10;

  /** Message and trace share the space of a record with the one that is set aside. */
  private static final int LONGEST_MESSAGE = 4_000;

  private static final int LONGEST_TRACE = 20_000;

  private DeadLetterHeaders() {}

  /** Says why a record is set aside; of a long message or stack trace, the beginning. */
  public static void describe(Headers headers, Throwable cause) {
    put(headers, EXCEPTION, cause.getClass().getName());
    put(headers, MESSAGE, beginning(String.valueOf(cause.getMessage()), LONGEST_MESSAGE));
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    put(headers, STACKTRACE, beginning(trace.toString(), LONGEST_TRACE));
  }

  /**
   * Says where a record that is set aside was read, and of what time it is.
   *
   * @param partition from 0
   * @param offset from 0
   * @param timestamp in milliseconds from the epoch
   */
  public static void locate(
      Headers headers, String topic, int partition, long offset, long timestamp) {
    put(headers, TOPIC, topic);
    put(headers, PARTITION, Integer.toString(partition));
    put(headers, OFFSET, Long.toString(offset));
    put(headers, TIMESTAMP, Long.toString(timestamp));
  }

  /**
   * Says how often the processing of a record that is set aside was tried.
   *
   * @param attempts from 1
   */
  public static void count(Headers headers, int attempts) {
    put(headers, ATTEMPTS, Integer.toString(attempts));
  }

  /**
   * Makes a letter fit into a record as producers and topics take it by default. Of one that is
   * larger with its headers than that, the trace is left out first; if that is not enough, all of
   * the value but its beginning, and {@link #SIZE} says how long it is. Such a letter cannot be
   * replayed, but says where the whole record is.
   *
   * @param headers all of the letter's
   * @return the value that the letter is to have
   */
  public static byte @Nullable [] fitted(
      Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
    int keyBytes = key == null ? 0 : key.length;
    int valueBytes = value == null ? 0 : value.length;
    if (bytes(headers) + keyBytes + valueBytes > MOST_BYTES) {
      headers.remove(STACKTRACE);
    }
    int room = MOST_BYTES - bytes(headers) - keyBytes;
    if (value == null || valueBytes <= room) {
      return value;
    }
    put(headers, SIZE, Integer.toString(valueBytes));
    int left = MOST_BYTES - bytes(headers) - keyBytes;
    return Arrays.copyOf(value, Math.max(0, left));
  }

  private static int bytes(Headers headers) {
    int bytes = 0;
    for (Header header : headers) {
      bytes += BYTES_OF_A_HEADER + header.key().length();
      bytes += header.value() == null ? 0 : header.value().length;
    }
    return bytes;
  }

  private static String beginning(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }

  /** Sets a header in place of those that a record already has under its name. */
  public static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
