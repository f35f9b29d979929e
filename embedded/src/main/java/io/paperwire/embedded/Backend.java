package io.paperwire.embedded;

/** A backend that Paperwire needs. */
public enum Backend {
  /** A Kafka broker. */
  KAFKA,
  /** A schema registry with Confluent's API. */
  REGISTRY,
  /** A PostgreSQL server. */
  POSTGRES,
  /** An SMTP server that keeps the mails. */
  MAILBOX
}
