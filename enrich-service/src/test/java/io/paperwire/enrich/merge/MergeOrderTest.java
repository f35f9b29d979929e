package io.paperwire.enrich.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.Trend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever order events come in, and however often, they lead to the same record. */
final class MergeOrderTest {

  private static final Set<PaperEventKind> OF_TEXT =
      EnumSet.of(PaperEventKind.ANNOUNCED, PaperEventKind.REVISED, PaperEventKind.WITHDRAWN);

  private static final Set<String> BY_HAND = Set.of("file", "http");

  @Property(tries = 300)
  void shouldNotDependOnOrderOrRepetition(
      @ForAll("events") List<PaperEvent> events, @ForAll long seed) {
    Random random = new Random(seed);
    List<PaperEvent> again = new ArrayList<>(events);
    for (PaperEvent event : events) {
      if (random.nextBoolean()) {
        again.add(event);
      }
    }
    Collections.shuffle(again, random);

    assertThat(record(again)).isEqualTo(record(events));
  }

  /** What is dropped along the way would not have made another record. */
  @Property(tries = 300)
  void shouldMakeTheRecordThatAllEventsMake(@ForAll("events") List<PaperEvent> events) {
    assertThat(record(events)).isEqualTo(merged(events));
  }

  /** The rule itself, looked up in all events that ever came. */
  @Property(tries = 1000)
  void shouldBeWithdrawnWhileASourceWithdrawsTheHighestVersion(
      @ForAll("events") List<PaperEvent> events) {
    boolean withdrawn =
        events.stream()
            .filter(event -> event.getKind() == PaperEventKind.WITHDRAWN)
            .anyMatch(event -> holds(event, events));

    assertThat(record(events).getStatus() == PaperStatus.WITHDRAWN).isEqualTo(withdrawn);
  }

  private static boolean holds(PaperEvent withdrawal, List<PaperEvent> events) {
    boolean restated =
        events.stream()
            .filter(event -> OF_TEXT.contains(event.getKind()))
            .anyMatch(event -> replaces(event, withdrawal));
    int version = toldVersion(withdrawal);
    return !restated
        && (version == 0
            || events.stream()
                .filter(event -> events.stream().noneMatch(other -> replaces(other, event)))
                .noneMatch(event -> toldVersion(event) > version));
  }

  /** 0 if none is told; what is stated by hand has none. */
  private static int toldVersion(PaperEvent event) {
    Integer version = event.getVersion();
    return version == null || BY_HAND.contains(event.getSource()) ? 0 : version;
  }

  private static boolean replaces(PaperEvent other, PaperEvent event) {
    return other.getSource().equals(event.getSource()) && isLater(other, event);
  }

  private static boolean isLater(PaperEvent one, PaperEvent other) {
    return EventOrder.EARLIER_FIRST.compare(one, other) > 0;
  }

  private static EnrichedPaper record(List<PaperEvent> events) {
    List<PaperEvent> kept = List.of();
    for (PaperEvent event : events) {
      kept = KnownEvents.add(kept, event);
    }
    return merged(kept);
  }

  private static EnrichedPaper merged(List<PaperEvent> events) {
    return PaperMerge.merge(Events.PAPER, events, Events.MORNING)
        .setTopics(List.of())
        .setTrend(Trend.newBuilder().setAsOf(Events.MORNING).build())
        .build();
  }

  @Provide
  Arbitrary<List<PaperEvent>> events() {
    Arbitrary<PaperEvent> event =
        Combinators.combine(
                Arbitraries.of("arxiv-feed", "arxiv-oai", "file", "http"),
                Arbitraries.of(PaperEventKind.values()),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of("One title", "Another title"),
                Arbitraries.of("", "See https://github.com/a/b", "See https://a.github.io"),
                Arbitraries.of("A. Roe, Bo Du", "Ann Roe 1, B. Du", "Ann Roe 2, Bo Du 3"))
            .as(MergeOrderTest::event);
    Arbitrary<String> publication =
        Arbitraries.of("", "10.1234/abc", "10.48550/arxiv.2401.01234", "Nature 1 (2026)");
    return Combinators.combine(event, publication)
        .as(MergeOrderTest::published)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static PaperEvent event(
      String source,
      PaperEventKind kind,
      int version,
      int observed,
      int updated,
      String title,
      String abstractText,
      String authors) {
    return Events.from(source)
        .setKind(kind)
        .setVersion(version == 0 ? null : version)
        .setObservedAt(Events.MORNING.plusSeconds(observed))
        .setUpdatedAt(updated == 0 ? null : Events.MORNING.plusSeconds(updated))
        .setTitle(title)
        .setAbstractText(abstractText)
        .setAuthors(Events.authors(authors))
        .build();
  }

  /** With a DOI or a reference to a journal. */
  private static PaperEvent published(PaperEvent event, String publication) {
    return PaperEvent.newBuilder(event)
        .setDoi(publication.startsWith("10.") ? publication : null)
        .setJournalRef(publication.startsWith("Nature") ? publication : null)
        .build();
  }
}
