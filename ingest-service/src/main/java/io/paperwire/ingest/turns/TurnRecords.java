package io.paperwire.ingest.turns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.state.TurnTaken;
import io.paperwire.ingest.state.UpstreamMood;
import io.paperwire.ingest.upstream.Mood;
import io.paperwire.schemas.stored.StoredRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes the records of the topic, and reads them onto the board. */
final class TurnRecords {

  private static final Pattern KEY = Pattern.compile("([^#]+)(?:#(.+)|!)", Pattern.DOTALL);

  private static final StoredRecords<TurnTaken> TAKEN = StoredRecords.of(TurnTaken.class);
  private static final StoredRecords<UpstreamMood> MOODS = StoredRecords.of(UpstreamMood.class);

  private final TurnTopic topic;

  TurnRecords(TurnTopic topic) {
    this.topic = topic;
  }

  /** Stands in line. */
  ProducerRecord<byte[], byte[]> taken(
      String upstream, String ticket, String instance, Duration longest) {
    TurnTaken value = new TurnTaken(instance, longest.toMillis());
    return new ProducerRecord<>(topic.name(), key(upstream, ticket), TAKEN.write(value));
  }

  /** Leaves the line. */
  ProducerRecord<byte[], byte[]> gone(String upstream, String ticket) {
    return new ProducerRecord<>(topic.name(), key(upstream, ticket), null);
  }

  /** Tells how an upstream is left. */
  ProducerRecord<byte[], byte[]> left(String upstream, String ticket, Duration elapsed, Mood mood) {
    UpstreamMood value =
        new UpstreamMood(
            ticket,
            mood.interval().toMillis(),
            elapsed.toMillis(),
            mood.pause().toMillis(),
            mood.failures(),
            mood.reason());
    return new ProducerRecord<>(topic.name(), (upstream + "!").getBytes(UTF_8), MOODS.write(value));
  }

  /**
   * Notes a record.
   *
   * @param age how long ago it was written, where that matters; zero for what is written now
   * @param now when it is read
   * @throws IOException if it is none that this version understands
   */
  static void note(ConsumerRecord<String, byte[]> record, TurnBoard board, Duration age, long now)
      throws IOException {
    Matcher key = KEY.matcher(record.key());
    if (!key.matches()) {
      return;
    }
    String upstream = key.group(1);
    Optional<String> ticket = Optional.ofNullable(key.group(2));
    Optional<ByteBuffer> value = Optional.ofNullable(record.value()).map(ByteBuffer::wrap);
    if (ticket.isEmpty()) {
      if (value.isPresent()) {
        board.left(upstream, left(MOODS.read(value.get()), age, now));
      }
    } else if (value.isPresent()) {
      TurnTaken taken = TAKEN.read(value.get());
      board.taken(upstream, ticket.get(), Duration.ofMillis(taken.getLongestMillis()), now);
    } else {
      board.gone(upstream, ticket.get(), now);
    }
  }

  /** Of a long pause what is over by the clocks is taken off; the interval is waited anew. */
  private static TurnBoard.Left left(UpstreamMood mood, Duration age, long now) {
    Duration pause = Duration.ofMillis(mood.getPauseMillis());
    Duration passed = age.isNegative() ? Duration.ZERO : age;
    Duration rest = pause.minus(passed);
    return new TurnBoard.Left(
        mood.getTicket(),
        Duration.ofMillis(mood.getIntervalMillis()),
        Duration.ofMillis(mood.getElapsedMillis()),
        rest.isNegative() ? Duration.ZERO : rest,
        mood.getFailures(),
        mood.getReason(),
        now);
  }

  private static byte[] key(String upstream, String ticket) {
    return (upstream + "#" + ticket).getBytes(UTF_8);
  }
}
