package io.paperwire.standalone.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WholeTopicTest {

  private static final String TOPIC = "ingest-status";
  private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
  private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
  private static final Duration STANDSTILL = Duration.ofSeconds(10);

  private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
  private final AtomicLong seconds = new AtomicLong();
  private final List<String> read = new ArrayList<>();

  @BeforeEach
  void makeTopic() {
    Node broker = Node.noNode();
    consumer.updatePartitions(
        TOPIC,
        List.of(
            new PartitionInfo(TOPIC, 0, broker, new Node[0], new Node[0]),
            new PartitionInfo(TOPIC, 1, broker, new Node[0], new Node[0])));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.updateEndOffsets(Map.of(FIRST, 2L, SECOND, 0L));
  }

  @Test
  void shouldReadAllThatIsThere() {
    consumer.schedulePollTask(() -> add(0, "a"));
    consumer.schedulePollTask(() -> seconds.addAndGet(9));
    consumer.schedulePollTask(() -> add(1, "b"));

    read();

    assertThat(read).containsExactly("a", "b");
  }

  @Test
  void shouldReadNothingOfATopicWithoutRecords() {
    consumer.updateEndOffsets(Map.of(FIRST, 0L, SECOND, 0L));

    read();

    assertThat(read).isEmpty();
  }

  /** As that of a broker that was there when it was begun. */
  @Test
  void shouldNotWaitForEverForABrokerThatHasGone() {
    consumer.schedulePollTask(() -> add(0, "a"));
    consumer.schedulePollTask(() -> seconds.addAndGet(9));
    consumer.schedulePollTask(() -> seconds.addAndGet(2));

    assertThatThrownBy(this::read)
        .isInstanceOf(TimeoutException.class)
        .hasMessage("nothing came of ingest-status for 10 s");
    assertThat(read).containsExactly("a");
  }

  private void read() {
    WholeTopic.read(
        consumer,
        TOPIC,
        record -> read.add(record.value()),
        STANDSTILL,
        () -> Duration.ofSeconds(seconds.get()).toNanos());
  }

  private void add(long offset, String value) {
    consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "key", value));
  }
}
