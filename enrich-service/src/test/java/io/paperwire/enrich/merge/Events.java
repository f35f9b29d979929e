package io.paperwire.enrich.merge;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Events to start tests from. */
final class Events {

  static final String PAPER = "arxiv:2401.01234";
  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private Events() {}

  /** Authors by their names, each with the last digit of an ORCID iD if it ends in one. */
  static List<Author> authors(String list) {
    return Arrays.stream(list.split(", ", -1)).map(Events::author).toList();
  }

  private static Author author(String text) {
    int last = text.length() - 1;
    boolean hasId = Character.isDigit(text.charAt(last));
    return Author.newBuilder()
        .setName(hasId ? text.substring(0, last).strip() : text)
        .setOrcid(hasId ? "0000-0000-0000-000" + text.charAt(last) : null)
        .build();
  }

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
