package io.paperwire.tagging.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.tagging.paper.PaperText;
import io.paperwire.topics.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Papers as they come, with the vocabulary that comes with Paperwire. */
final class TaggingOfPapersTest {

  private static final Tagger TAGGER = new LexicalTagger(Vocabulary.load(), Calibration.NONE);

  @Test
  void shouldTagAPaperThatJoinsTwoFields() {
    assertThat(
            topics(
                "Language agents as item recommenders",
                "We propose a recommender system in which an LLM agent calls external tools. On"
                    + " sequential recommendation it beats collaborative filtering."))
        .contains("recommender-systems", "language-model-agents", "tool-use")
        .hasSizeLessThanOrEqualTo(Tagger.MOST);
  }

  @Test
  void shouldTellTwoMeaningsOfAnAcronymApart() {
    assertThat(
            topics(
                "Multilingual Large Language Models: a survey",
                "Multilingual Large Language Models (MLLMs) answer in many languages. We review how"
                    + " MLLMs are trained."))
        .contains("multilingual-language-models")
        .doesNotContain("multimodal-large-language-models");
  }

  @Test
  void shouldTakeAColdStartForOneOfRecommendationsOnlyBesideThese() {
    assertThat(
            topics(
                "Cold-start items in sequential recommendation",
                "A recommender system knows little of new items. We ease their cold start."))
        .contains("cold-start-recommendation");
    assertThat(
            topics(
                "The cold-start safety gap of language agents",
                "LLM agents that call tools are least safe at the cold start of a session."))
        .doesNotContain("cold-start-recommendation", "llm-based-recommendation");
  }

  @Test
  void shouldTagOtherSciencesToo() {
    assertThat(
            topics(
                "Quasinormal modes of rotating black holes",
                "We study how a Kerr black hole rings after a binary merger and what a"
                    + " gravitational-wave detector can see of it."))
        .contains("black-holes");
    assertThat(
            topics(
                "Spatial transcriptomics of the mouse brain",
                "We present single-cell RNA sequencing data of cortical tissue."))
        .contains("spatial-transcriptomics");
  }

  @Test
  void shouldTagNoMoreThanEightTopics() {
    String everything =
        "We study graph neural networks, federated learning, machine translation, object"
            + " detection, speech recognition, knowledge graphs, differential privacy, diffusion"
            + " models, reinforcement learning, text-to-SQL, and quantum computing.";

    assertThat(topics(everything, everything)).hasSize(Tagger.MOST);
  }

  private static List<String> topics(String title, String abstractText) {
    return TAGGER.tag(new PaperText(title, abstractText, List.of())).stream()
        .map(Tag::topic)
        .toList();
  }
}
