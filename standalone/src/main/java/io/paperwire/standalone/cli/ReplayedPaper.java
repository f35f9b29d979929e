package io.paperwire.standalone.cli;

import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A paper of a file as the event that announces it. */
final class ReplayedPaper {

  private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00Z");

  private ReplayedPaper() {}

  /**
   * So many events, each of another paper. Where there are less papers, each comes again under
   * other ids, and with the number of the round behind its title, so that no text is there twice.
   */
  static List<PaperEvent> events(List<SourceRecord> papers, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event(papers.get(i % papers.size()), i / papers.size()))
        .toList();
  }

  private static PaperEvent event(SourceRecord paper, int round) {
    String suffix = round == 0 ? "" : "-" + round;
    return PaperEvent.newBuilder()
        .setPaperId(paper.paperId() + suffix)
        .setKind(PaperEventKind.ANNOUNCED)
        .setSource("file")
        .setSourceKey(paper.sourceKey() + suffix)
        .setObservedAt(SEEN)
        .setTitle(paper.title() + (round == 0 ? "" : " " + round))
        .setAbstractText(paper.abstractText().orElse(null))
        .setCategories(paper.categories())
        .build();
  }
}
