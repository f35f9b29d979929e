package io.paperwire.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vocabulary that comes with Paperwire. Loading it checks it. */
final class VocabularyTest {

  private static final Vocabulary VOCABULARY = Vocabulary.load();

  @Test
  void shouldHoldAThousandTopics() {
    assertThat(VOCABULARY.topics()).hasSizeBetween(1_000, 3_000);
  }

  @Test
  void shouldReachEachTopicFromAField() {
    List<String> fields =
        VOCABULARY.topics().stream()
            .filter(topic -> topic.broader().isEmpty())
            .map(ResearchTopic::id)
            .toList();

    assertThat(VOCABULARY.topics())
        .filteredOn(topic -> !fields.contains(topic.id()))
        .allSatisfy(
            topic -> assertThat(VOCABULARY.broader(topic.id())).containsAnyElementsOf(fields));
  }

  @Test
  void shouldNameOnlyCategoriesOfArxiv() {
    assertThat(VOCABULARY.topics())
        .flatExtracting(ResearchTopic::categories)
        .allMatch(ArxivCategories.load()::isCategory);
  }

  @Test
  void shouldReadTheTopicsOfEachFieldFromItsOwnFile() {
    List<String> ids = VOCABULARY.topics().stream().map(ResearchTopic::id).toList();

    assertThat(ids)
        .startsWith("artificial-intelligence")
        .containsSubsequence("machine-learning", "computer-vision", "physics", "earth-science");
  }

  @Test
  void shouldCoverTheFieldsOfScience() {
    List<String> fields =
        VOCABULARY.topics().stream()
            .filter(topic -> topic.broader().isEmpty())
            .map(ResearchTopic::id)
            .toList();

    assertThat(fields)
        .containsExactlyInAnyOrder(
            "computer-science",
            "mathematics",
            "physics",
            "chemistry",
            "biology",
            "medicine",
            "engineering",
            "earth-science",
            "social-sciences",
            "astronomy-and-astrophysics");
  }

  @Test
  void shouldKnowATopicByItsId() {
    ResearchTopic topic = VOCABULARY.topic("retrieval-augmented-generation").orElseThrow();

    assertThat(topic.label()).isEqualTo("Retrieval-augmented generation");
    assertThat(topic.phrases()).startsWith("Retrieval-augmented generation", "RAG");
    assertThat(topic.categories()).contains("cs.IR");
    assertThat(VOCABULARY.topic("astrology")).isEqualTo(Optional.empty());
  }

  @Test
  void shouldFollowRelationsFromTopicToTopic() {
    assertThat(VOCABULARY.broader("sequential-recommendation"))
        .containsExactly("recommender-systems", "information-retrieval", "computer-science");
    assertThat(VOCABULARY.narrower("recommender-systems"))
        .contains("sequential-recommendation", "llm-based-recommendation")
        .doesNotContain("recommender-systems", "information-retrieval");
    assertThat(VOCABULARY.narrower("computer-science")).contains("sequential-recommendation");
  }

  @Test
  void shouldKnowNoRelationsOfATopicThatIsGone() {
    assertThat(VOCABULARY.narrower("astrology")).isEmpty();
    assertThat(VOCABULARY.broader("astrology")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "graph neu, graph-neural-networks",
    "Graph Neural Networks, graph-neural-networks",
    "GNN, graph-neural-networks",
    "rag, retrieval-augmented-generation",
    "multiagent, multi-agent-systems",
    "sequential rec, sequential-recommendation",
    "reinf, reinforcement-learning",
    "recommender, recommender-systems",
    "black hole, black-holes",
  })
  void shouldSuggestWhatSomeoneMeans(String typed, String id) {
    assertThat(VOCABULARY.suggest(typed, 8)).isNotEmpty();
    assertThat(VOCABULARY.suggest(typed, 8).getFirst().id()).isEqualTo(id);
  }

  @Test
  void shouldSuggestNoMoreThanAsked() {
    assertThat(VOCABULARY.suggest("learning", 5)).hasSize(5);
  }

  @Test
  void shouldSuggestNothingForNothing() {
    assertThat(VOCABULARY.suggest(" ", 5)).isEmpty();
    assertThat(VOCABULARY.suggest("xyzzy", 5)).isEmpty();
  }
}
