package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.DigestRecord;
import io.paperwire.schemas.Digest;

/** Reads digests from the bytes of their topic. */
@FunctionalInterface
public interface DigestReader {

  /**
   * Reads one; waits while its schema cannot be had.
   *
   * @throws UndeliverableDigest if the bytes are not a digest
   */
  Digest read(DigestRecord record);
}
