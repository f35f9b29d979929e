package io.paperwire.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets records aside whose processing throws; work that may be repeated was repeated before ({@link
 * Attempts}). A punctuation that throws has no record; it fails the thread. So does what Kafka
 * itself fails with, a store that cannot be written or a result that was refused, perhaps that of
 * an earlier record: its transaction is lost. Made by Kafka Streams.
 */
public final class FailedRecords implements ProcessingExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FailedRecords.class);

  @SuppressWarnings("NullAway.Init") // set by configure
  private DeadLetters deadLetters;

  /** Made by Kafka Streams, which then calls {@link #configure}. */
  public FailedRecords() {}

  @Override
  public void configure(Map<String, ?> properties) {
    deadLetters = DeadLetters.from(properties);
  }

  @Override
  @SuppressWarnings("NullAway") // Kafka has no annotations: a punctuation's topic is null
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
    if (context.topic() == null
        || failure instanceof StreamsException
        || Outage.keptFromProcessing(failure)) {
      return Response.fail();
    }
    LOG.warn(
        "set aside {}-{}@{}: {} failed on it in {} attempts",
        context.topic(),
        context.partition(),
        context.offset(),
        context.processorNodeId(),
        RepeatedFailure.attempts(failure),
        RepeatedFailure.itself(failure));
    return Response.resume(
        List.of(
            deadLetters.letter(
                context.sourceRawKey(), context.sourceRawValue(), context, failure)));
  }
}
