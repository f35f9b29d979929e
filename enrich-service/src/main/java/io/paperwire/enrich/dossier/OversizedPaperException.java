package io.paperwire.enrich.dossier;

/** What is known of one paper, or what is told of it, is too much for one record. */
public final class OversizedPaperException extends IllegalArgumentException {

  /**
   * It is too much.
   *
   * @param what is too large
   */
  OversizedPaperException(String what, int bytes) {
    super(
        "%s takes %d bytes, more than the %d that fit into a record; shorten what its sources say and publish it again"
            .formatted(what, bytes, DossierCodec.MOST_BYTES));
  }
}
