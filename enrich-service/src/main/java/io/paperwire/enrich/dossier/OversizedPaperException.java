package io.paperwire.enrich.dossier;

/** What sources say about one paper is too much for one record. */
public final class OversizedPaperException extends IllegalArgumentException {

  OversizedPaperException(int bytes) {
    super(
        "what sources say about the paper takes %d bytes, more than the %d that fit into a record; shorten its abstract and publish it again"
            .formatted(bytes, DossierCodec.MOST_BYTES));
  }
}
