package io.paperwire.enrich.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.Trend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever order events come in, and however often, they lead to the same record. */
final class MergeOrderTest {

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

  private static EnrichedPaper record(List<PaperEvent> events) {
    List<PaperEvent> standing = List.of();
    for (PaperEvent event : events) {
      standing = LatestEvents.add(standing, event);
    }
    return PaperMerge.merge(Events.PAPER, standing, Events.MORNING)
        .setTopics(List.of())
        .setTrend(Trend.newBuilder().setAsOf(Events.MORNING).build())
        .build();
  }

  @Provide
  Arbitrary<List<PaperEvent>> events() {
    Arbitrary<PaperEvent> event =
        Combinators.combine(
                Arbitraries.of("arxiv-feed", "file", "http"),
                Arbitraries.of(PaperEventKind.values()),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of("One title", "Another title"),
                Arbitraries.of("", "See https://github.com/a/b", "See https://a.github.io"))
            .as(MergeOrderTest::event);
    return event.list().ofMinSize(1).ofMaxSize(8);
  }

  private static PaperEvent event(
      String source,
      PaperEventKind kind,
      int version,
      int observed,
      int updated,
      String title,
      String abstractText) {
    return Events.from(source)
        .setKind(kind)
        .setVersion(version == 0 ? null : version)
        .setObservedAt(Events.MORNING.plusSeconds(observed))
        .setUpdatedAt(updated == 0 ? null : Events.MORNING.plusSeconds(updated))
        .setTitle(title)
        .setAbstractText(abstractText)
        .build();
  }
}
