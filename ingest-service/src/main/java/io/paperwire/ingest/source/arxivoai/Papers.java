package io.paperwire.ingest.source.arxivoai;

import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Entry;
import io.paperwire.ingest.source.poll.ListPosition;

/** A metadata format of arXiv's. */
sealed interface Papers permits RawPapers, CurrentPapers {

  /** The format's name in requests. */
  String metadataPrefix();

  /**
   * Understands a record that is not deleted.
   *
   * @param position tells which papers are new
   */
  Parsed<SourceRecord> paper(Entry entry, ListPosition position);
}
