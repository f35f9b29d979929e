package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import org.junit.jupiter.api.Test;

final class TopicGroupsTest {

  private final Vocabulary vocabulary = Vocabulary.load();
  private final TopicGroups groups = new TopicGroups(vocabulary);

  @Test
  void shouldOfferEachTopicOnce() {
    assertThat(groups.groups().stream().flatMap(group -> group.topics().stream()).toList())
        .extracting(TopicLink::id)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            vocabulary.topics().stream().map(ResearchTopic::id).toList());
    assertThat(groups.count()).isEqualTo(vocabulary.topics().size());
  }

  @Test
  void shouldPutATopicBelowTheNearestLargeOne() {
    TopicGroups.Group group =
        groups.groups().stream()
            .filter(one -> one.topics().contains(new TopicLink("oncology", "Oncology")))
            .findFirst()
            .orElseThrow();
    assertThat(group.label()).isEqualTo("Medicine");
    assertThat(group.topics().getFirst()).isEqualTo(new TopicLink("medicine", "Medicine"));
  }

  @Test
  void shouldHeadNoGroupOfOneOrTwo() {
    assertThat(groups.groups())
        .allSatisfy(group -> assertThat(group.topics()).hasSizeGreaterThanOrEqualTo(3));
  }

  @Test
  void shouldLetALargeTopicHeadAGroupOfItsOwn() {
    TopicGroups.Group group =
        groups.groups().stream()
            .filter(
                one ->
                    one.topics().contains(new TopicLink("foundation-models", "Foundation models")))
            .findFirst()
            .orElseThrow();
    assertThat(group.label()).isEqualTo("Foundation models");
  }

  @Test
  void shouldKnowTheShortNamesThatLabelsDoNotSay() {
    assertThat(groups.shortNames("large-language-models").split(",", -1))
        .contains("LLM", "ChatGPT", "GPT-4")
        .noneMatch(name -> name.contains(" "));
    assertThat(groups.shortNames("reinforcement-learning")).contains("RL");
    assertThat(groups.shortNames("neuromorphic-computing").split(",", -1))
        .doesNotContain("neuromorphic");
    assertThat(groups.shortNames("optimization")).contains("optimisation");
    assertThat(groups.shortNames("no-such-topic")).isEmpty();
  }

  @Test
  void shouldPutAFieldBeforeItsTopics() {
    assertThat(groups.groups())
        .filteredOn(group -> group.label().equals("Chemistry"))
        .singleElement()
        .satisfies(
            group ->
                assertThat(group.topics())
                    .extracting(TopicLink::id)
                    .containsExactly(
                        "chemistry",
                        "analytical-chemistry",
                        "atmospheric-chemistry",
                        "catalysis",
                        "electrochemistry",
                        "molecular-spectroscopy",
                        "organic-and-inorganic-chemistry"));
  }
}
