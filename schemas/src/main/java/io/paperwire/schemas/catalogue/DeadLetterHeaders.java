package io.paperwire.schemas.catalogue;

/**
 * The headers of a dead letter. They are the names that Kafka Streams gives to its built-in dead
 * letters (KIP-1034), so that one reader understands all of them; values are UTF-8 text.
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

  private DeadLetterHeaders() {}
}
