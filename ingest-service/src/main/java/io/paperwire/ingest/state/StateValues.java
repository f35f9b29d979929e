package io.paperwire.ingest.state;

import io.paperwire.schemas.stored.StoredRecords;

/** The codecs of what the state topic holds. */
final class StateValues {

  static final StoredRecords<SourcePosition> POSITIONS = StoredRecords.of(SourcePosition.class);
  static final StoredRecords<SeenPaper> PAPERS = StoredRecords.of(SeenPaper.class);
  static final StoredRecords<SeenSignal> SIGNALS = StoredRecords.of(SeenSignal.class);
  static final StoredRecords<SourceLease> LEASES = StoredRecords.of(SourceLease.class);

  private StateValues() {}
}
