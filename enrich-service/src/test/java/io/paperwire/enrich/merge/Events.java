package io.paperwire.enrich.merge;

import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import java.time.Instant;

/** Events to start tests from. */
final class Events {

  static final String PAPER = "arxiv:2401.01234";
  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private Events() {}

  /** An announcement of a source in the morning. */
  static PaperEvent.Builder from(String source) {
    return PaperEvent.newBuilder()
        .setPaperId(PAPER)
        .setKind(PaperEventKind.ANNOUNCED)
        .setSource(source)
        .setSourceKey("2401.01234")
        .setObservedAt(MORNING)
        .setTitle("A title");
  }
}
