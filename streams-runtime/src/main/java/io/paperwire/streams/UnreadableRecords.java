package io.paperwire.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets records aside whose bytes cannot be read. Made by Kafka Streams. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

  @SuppressWarnings("NullAway.Init") // set by configure
  private DeadLetters deadLetters;

  /** Made by Kafka Streams, which then calls {@link #configure}. */
  public UnreadableRecords() {}

  @Override
  public void configure(Map<String, ?> properties) {
    deadLetters = DeadLetters.from(properties);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
    if (Outage.keptFromReading(failure)) {
      return Response.fail();
    }
    LOG.warn(
        "set aside {}-{}@{}: its bytes cannot be read: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        failure.toString());
    return Response.resume(
        List.of(deadLetters.letter(record.key(), record.value(), context, failure)));
  }
}
