package io.paperwire.schemas.catalogue;

import org.apache.kafka.common.header.Headers;

/**
 * The header by which a record says that it is one of many that are not new, as when a time of the
 * past is read. Whoever reads both may let new records go first. It says how a record came and
 * nothing about the paper; Kafka Streams hands it on with what is made of the record.
 */
public final class BacklogHeader {

  /** Its name. It has no value. */
  public static final String NAME = "paperwire.backlog";

  private BacklogHeader() {}

  /** Marks a record. */
  public static void mark(Headers headers) {
    if (!isMarked(headers)) {
      headers.add(NAME, new byte[0]);
    }
  }

  /** Whether a record is marked. */
  public static boolean isMarked(Headers headers) {
    return headers.lastHeader(NAME) != null;
  }
}
