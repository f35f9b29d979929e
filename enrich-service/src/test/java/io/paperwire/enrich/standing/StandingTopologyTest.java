package io.paperwire.enrich.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.paperwire.enrich.DrivenTopology;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import io.paperwire.schemas.catalogue.BacklogHeader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StandingTopologyTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir private Path folder;

  private DrivenTopology topology;
  private TestInputTopic<String, EnrichedPaper> papers;
  private TestOutputTopic<String, PaperStanding> standings;

  /** Of each paper and topic the place that was told last. */
  private final Map<String, Integer> places = new TreeMap<>();

  @BeforeEach
  void start() {
    topology =
        DrivenTopology.start(
            folder,
            (config, topics) -> StandingTopology.define(config, topics, Duration.ofDays(2)));
    papers = topology.input(topology.catalogue().enrichedPapers());
    standings = topology.output(topology.catalogue().paperStandings());
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void shouldTellEachPaperItsPlaceWithinEachOfItsTopics() {
    send(paper("a", 50, 0, "galaxies", "optics"));
    send(paper("b", 20, 0, "galaxies", "optics"));
    send(paper("c", 5, 0, "galaxies"));

    assertThat(told()).containsExactlyInAnyOrder("a galaxies 1", "b galaxies 2", "c galaxies 3");
    send(paper("d", 90, 0, "optics"));
    assertThat(told()).containsExactlyInAnyOrder("d optics 1", "a optics 2", "b optics 3");
  }

  @Test
  void shouldTellNothingTwice() {
    send(paper("a", 50, 0, "galaxies"));
    send(paper("b", 20, 0, "galaxies"));
    send(paper("c", 5, 0, "galaxies"));
    told();

    send(paper("c", 5, 0, "galaxies"));
    send(paper("c", 6, 0, "galaxies"));
    assertThat(told()).isEmpty();
  }

  @Test
  void shouldNotLetEqualsChangePlaces() {
    send(paper("a", 100, 0, "galaxies"));
    send(paper("b", 95, 0, "galaxies"));
    send(paper("c", 5, 0, "galaxies"));
    assertThat(told()).containsExactlyInAnyOrder("a galaxies 1", "b galaxies 1", "c galaxies 3");

    send(paper("b", 105, 0, "galaxies"));
    send(paper("a", 110, 0, "galaxies"));
    assertThat(told()).isEmpty();
    send(paper("b", 200, 0, "galaxies"));
    assertThat(told()).containsExactly("a galaxies 2");
  }

  @Test
  void shouldTellOnlyTheFirstFiveAndTheFirstTenApartBehindTheThird() {
    for (int i = 0; i < 12; i++) {
      send(paper("p" + (char) ('a' + i), 10_000 / Math.pow(2, i), 0, "galaxies"));
    }
    told();

    assertThat(places.values()).containsExactly(1, 2, 3, 5, 5, 10, 10, 10, 10, 10);
  }

  @Test
  void shouldForgetAPaperThatNobodyNoticesAnyMore() {
    send(paper("a", 50, 0, "galaxies"));
    send(paper("b", 20, 0, "galaxies"));
    send(paper("c", 5, 0, "galaxies"));
    send(paper("d", 4, 0, "galaxies"));
    told();

    // Five days later c and d have less than one signal's worth, and a has 8.8.
    send(paper("e", 9, 5, "galaxies"));
    assertThat(told())
        .containsExactlyInAnyOrder("e galaxies 1", "b galaxies 3", "c galaxies 0", "d galaxies 0");
  }

  @Test
  void shouldTakeThePlaceFromAPaperThatIsWithdrawnOrHasTheTopicNoLonger() {
    send(paper("a", 50, 0, "galaxies"));
    send(paper("b", 20, 0, "galaxies"));
    send(paper("c", 5, 0, "galaxies"));
    send(paper("d", 2, 0, "galaxies"));
    told();

    send(
        EnrichedPaper.newBuilder(paper("a", 50, 0, "galaxies"))
            .setStatus(PaperStatus.WITHDRAWN)
            .build());
    assertThat(told())
        .containsExactlyInAnyOrder("a galaxies 0", "b galaxies 1", "c galaxies 2", "d galaxies 3");
    send(paper("b", 20, 0, "optics"));
    assertThat(told()).containsExactlyInAnyOrder("b galaxies 0", "c galaxies 0", "d galaxies 0");
  }

  @Test
  void shouldGivePlacesBackWhenThePaperThatMadeThemOldIsWithdrawn() {
    EnrichedPaper late = paper("e", 9, 20, "galaxies");
    send(paper("a", 50, 0, "galaxies"));
    send(paper("b", 20, 0, "galaxies"));
    send(late);
    send(paper("c", 5, 0, "galaxies"));
    told();
    assertThat(places.values()).allMatch(place -> place == 0);

    send(EnrichedPaper.newBuilder(late).setStatus(PaperStatus.WITHDRAWN).build());
    assertThat(told()).containsExactlyInAnyOrder("a galaxies 1", "b galaxies 2", "c galaxies 3");
  }

  @Test
  void shouldForgetRatesThatDecayedToNothing() {
    send(paper("a", 50, 0, "galaxies"));
    send(paper("b", 20, 0, "galaxies"));
    send(paper("c", 1_000_000, 0, "galaxies"));
    send(paper("e", 9, 60, "galaxies"));

    assertThat(topology.driver().getKeyValueStore(StandingTopology.RATES).get("galaxies/b"))
        .isNull();
    assertThat(topology.driver().getKeyValueStore(StandingTopology.RATES).get("galaxies/c"))
        .isNotNull();
  }

  @Test
  void shouldMarkAsBacklogOnlyThePaperThatCameAsSuch() {
    send(paper("a", 50, 0, "galaxies"));
    send(paper("b", 20, 0, "galaxies"));
    send(paper("c", 5, 0, "galaxies"));
    told();
    Headers marked = new RecordHeaders();
    BacklogHeader.mark(marked);
    papers.pipeInput(new TestRecord<>("d", paper("d", 90, 0, "galaxies"), marked));

    assertThat(standings.readRecordsToList())
        .extracting(TestRecord::key, told -> BacklogHeader.isMarked(told.headers()))
        .containsExactlyInAnyOrder(
            tuple("d", true), tuple("a", false), tuple("b", false), tuple("c", false));
  }

  @Test
  void shouldTellNothingOfPapersWithoutAttention() {
    for (String id : List.of("a", "b", "c", "d")) {
      send(paper(id, 0.5, 0, "galaxies"));
    }
    papers.pipeInput("e", null);
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldEndWithTheSamePlacesInWhateverOrderPapersCome(long seed) {
    Random random = new Random(seed);
    List<EnrichedPaper> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.add(paper("p" + i, 1 + random.nextInt(60), random.nextInt(6), "galaxies"));
    }
    all.forEach(this::send);
    told();
    Map<String, Integer> first = Map.copyOf(places);
    stop();
    places.clear();
    start();
    Collections.shuffle(all, random);
    all.forEach(this::send);
    told();

    assertThat(first.values()).contains(1);
    places.values().removeIf(place -> place == 0);
    assertThat(places)
        .containsExactlyInAnyOrderEntriesOf(
            first.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private void send(EnrichedPaper paper) {
    papers.pipeInput(paper.getPaperId(), paper);
  }

  /** What was told since the last call: paper, topic and place. */
  private List<String> told() {
    return standings.readKeyValuesToList().stream()
        .map(
            record -> {
              PaperStanding told = record.value;
              assertThat(record.key).isEqualTo(told.getPaperId());
              String name = told.getPaperId() + " " + told.getTopic();
              places.put(name, told.getPlace());
              return name + " " + told.getPlace();
            })
        .toList();
  }

  private static EnrichedPaper paper(String id, double rate, int day, String... topics) {
    return EnrichedPaper.newBuilder()
        .setPaperId(id)
        .setTitle(id)
        .setFirstSeenAt(MONDAY)
        .setTopics(
            List.of(topics).stream()
                .map(topic -> new TopicTag(topic, topic, 0.9, List.of()))
                .toList())
        .setTrend(
            new Trend(Math.round(rate), rate, MONDAY.plus(Duration.ofDays(day)), TrendState.QUIET))
        .build();
  }
}
