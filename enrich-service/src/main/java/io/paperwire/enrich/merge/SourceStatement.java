package io.paperwire.enrich.merge;

import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one source says of one paper.
 *
 * <p>The latest event has all that the source says but one thing: an event that tells of another
 * category or of a journal does not say whether the text still stands. That says the latest one
 * that announces, revises or withdraws the paper.
 *
 * @param latest the source's latest event
 * @param ofText the latest event that says whether the text stands; often the same one
 */
record SourceStatement(PaperEvent latest, Optional<PaperEvent> ofText) {

  /** What each source says, by its name. The order of the events does not matter. */
  static SortedMap<String, SourceStatement> bySource(Collection<PaperEvent> events) {
    SortedMap<String, SourceStatement> statements = new TreeMap<>();
    for (PaperEvent event : events) {
      statements.merge(event.getSource(), of(event), SourceStatement::and);
    }
    return statements;
  }

  private static SourceStatement of(PaperEvent event) {
    return new SourceStatement(event, Optional.of(event).filter(SourceStatement::tellsOfText));
  }

  private SourceStatement and(SourceStatement other) {
    return new SourceStatement(
        EventOrder.later(latest, other.latest),
        Stream.concat(ofText.stream(), other.ofText.stream()).reduce(EventOrder::later));
  }

  /** The events that make it. One that only says whether the text stands is cut down to that. */
  Stream<PaperEvent> events() {
    return Stream.concat(
        ofText.filter(event -> !event.equals(latest)).map(SourceStatement::standing).stream(),
        Stream.of(latest));
  }

  /** What an event says about whether the text stands, and when it said so. */
  private static PaperEvent standing(PaperEvent event) {
    return PaperEvent.newBuilder()
        .setPaperId(event.getPaperId())
        .setKind(event.getKind())
        .setSource(event.getSource())
        .setSourceKey(event.getSourceKey())
        .setObservedAt(event.getObservedAt())
        .setVersion(event.getVersion())
        .setUpdatedAt(event.getUpdatedAt())
        .setTitle(event.getTitle())
        .build();
  }

  /**
   * Whether the source withdraws the paper.
   *
   * @param highest the highest version that any source knows; 0 if none knows a version. A version
   *     that is withdrawn says nothing of a higher one; a withdrawal without a version holds for
   *     all.
   */
  boolean withdraws(int highest) {
    return withdrawal()
        .filter(event -> EventOrder.version(event).orElse(highest) >= highest)
        .isPresent();
  }

  /** Whether the source's latest event is a withdrawal that another version has overtaken. */
  boolean isOvertaken(int highest) {
    return latest.getKind() == PaperEventKind.WITHDRAWN && !withdraws(highest);
  }

  /** The latest event that is news; an unknown kind is that of a correction, which is none. */
  PaperEvent lastNews() {
    return latest.getKind() == PaperEventKind.UNKNOWN ? ofText.orElse(latest) : latest;
  }

  private Optional<PaperEvent> withdrawal() {
    return ofText.filter(event -> event.getKind() == PaperEventKind.WITHDRAWN);
  }

  private static boolean tellsOfText(PaperEvent event) {
    return switch (event.getKind()) {
      case ANNOUNCED, REVISED, WITHDRAWN -> true;
      case CROSS_LISTED, PUBLISHED, UNKNOWN -> false;
    };
  }

  /** The highest version that any of the sources knows now; 0 if none knows a version. */
  static int highestVersion(Collection<SourceStatement> statements) {
    return statements.stream()
        .map(statement -> EventOrder.version(statement.latest))
        .flatMap(Optional::stream)
        .max(Integer::compare)
        .orElse(0);
  }
}
