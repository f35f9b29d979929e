package io.paperwire.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets records aside whose result cannot be serialized. What the broker refuses fails the thread,
 * because the transaction is lost in any case. Made by Kafka Streams.
 */
public final class UnwritableResults implements ProductionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(UnwritableResults.class);

  @SuppressWarnings("NullAway.Init") // set by configure
  private DeadLetters deadLetters;

  /** Made by Kafka Streams, which then calls {@link #configure}. */
  public UnwritableResults() {}

  @Override
  public void configure(Map<String, ?> properties) {
    deadLetters = DeadLetters.from(properties);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> result, Exception failure) {
    return Response.fail();
  }

  @Override
  @SuppressWarnings({"rawtypes", "NullAway"}) // as Kafka declares it, without annotations
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord result,
      Exception failure,
      SerializationExceptionOrigin origin) {
    if (context.topic() == null || Outage.keptFromProcessing(failure)) {
      return Response.fail();
    }
    LOG.warn(
        "set aside {}-{}@{}: its result cannot be written to {}",
        context.topic(),
        context.partition(),
        context.offset(),
        result.topic(),
        failure);
    return Response.resume(
        List.of(
            deadLetters.letter(
                context.sourceRawKey(), context.sourceRawValue(), context, failure)));
  }
}
