package io.paperwire.tagging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.paperwire.tagging.paper.PaperText;
import io.paperwire.topics.Vocabulary;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of tagging, on a vocabulary that is small enough to see through. */
final class LexicalTaggerTest {

  private static final Vocabulary VOCABULARY =
      Vocabulary.read(
          "test.yaml",
          new StringReader(
              """
              - id: learning
                label: Machine learning
              - id: language
                label: Language models
                broader: [learning]
              - id: llm
                label: Large language models
                broader: [language]
                aliases: [LLM]
              - id: agents
                label: LLM agents
                broader: [llm]
                in-context: [agent]
              - id: recommendation
                label: Recommender systems
                broader: [learning]
                aliases: [recommendation]
              - id: llm-recommendation
                label: LLM-based recommendation
                broader: [recommendation, llm]
                combines: [recommendation, llm]
              - id: vision
                label: Computer vision
                broader: [learning]
                categories: [cs.CV]
              - id: segmentation
                label: Image segmentation
                broader: [vision]
                aliases: [Segment Anything Model]
                in-context: [SAM, segmentation]
                categories: [cs.CV]
              - id: optimizers
                label: Optimizers
                broader: [learning]
                aliases: [sharpness-aware minimization]
                in-context: [SAM]
                categories: [cs.LG]
              - id: speech
                label: Speech recognition
                broader: [learning]
                aliases: [ASR]
              - id: attacks
                label: Adversarial attacks
                broader: [learning]
                aliases: [attack success rate]
              """));

  private final Tagger tagger = new LexicalTagger(VOCABULARY, Calibration.NONE);

  @Test
  void shouldTellWhatAPaperIsAboutInItsOwnWords() {
    List<Tag> tags = tag("A Survey of Large Language Models", "We review LLMs.");

    assertThat(tags).hasSize(1);
    Tag tag = tags.getFirst();
    assertThat(tag.topic()).isEqualTo("llm");
    assertThat(tag.label()).isEqualTo("Large language models");
    assertThat(tag.evidence()).containsExactly("Large Language Models", "LLMs");
    assertThat(tag.score()).isBetween(0.8, 0.95);
  }

  @Test
  void shouldBelieveATitleMoreThanAClaimAndAClaimMoreThanAMention() {
    double title = score("speech", "Speech recognition at sea", "");
    double claim = score("speech", "At sea", "We propose speech recognition, ASR.");
    double opening = score("speech", "At sea", "Speech recognition and ASR matter.");

    assertThat(title).isGreaterThan(claim);
    assertThat(claim).isGreaterThan(opening);
    assertThat(opening).isPositive();
  }

  @Test
  void shouldPassOverAMereMention() {
    assertThat(
            tag(
                "Weather at sea",
                "The sea is wide and deep. Waves come and go with the wind, as they always did, and"
                    + " ships that sail there know it well. Speech recognition is another matter."))
        .isEmpty();
  }

  @Test
  void shouldBelieveMoreTheMoreOftenItIsSaid() {
    double once = score("speech", "At sea", "We present speech recognition.");
    double twice = score("speech", "At sea", "We present speech recognition. ASR is hard.");

    assertThat(twice).isGreaterThan(once);
  }

  @Test
  void shouldPreferTheNarrowerTopic() {
    List<Tag> tags =
        tag(
            "LLM agents at work",
            "Large language models are one thing. We study LLM agents and what an agent does.");

    assertThat(tags).extracting(Tag::topic).containsExactly("agents");
  }

  @Test
  void shouldKeepABroaderTopicOfWhichThePaperSpeaksForItself() {
    List<Tag> tags =
        tag(
            "Recommender systems: a survey",
            "We review recommender systems. We study recommendation with an LLM as well: LLM-based"
                + " recommendation grows.");

    assertThat(tags).extracting(Tag::topic).containsExactly("recommendation", "llm-recommendation");
  }

  @Test
  void shouldConcludeFromATitleThatIsAboutTwoTopicsToTheOneTheyMake() {
    List<Tag> tags = tag("Large language models meet recommendation", "");

    assertThat(tags)
        .extracting(Tag::topic)
        .containsExactlyInAnyOrder("recommendation", "llm", "llm-recommendation");
    assertThat(tags)
        .filteredOn(tag -> tag.topic().equals("llm-recommendation"))
        .flatExtracting(Tag::evidence)
        .containsExactlyInAnyOrder("Large language models", "recommendation");
  }

  @Test
  void shouldTakeAnAmbiguousAcronymForWhatThePaperSaysItMeans() {
    String sharpness = "We study sharpness-aware minimization (SAM). SAM is slow. SAM converges.";
    String segment = "We study the Segment Anything Model (SAM). SAM is slow. SAM segments.";

    assertThat(tag("On SAM", sharpness)).extracting(Tag::topic).containsExactly("optimizers");
    assertThat(tag("On SAM", segment)).extracting(Tag::topic).containsExactly("segmentation");
  }

  @Test
  void shouldTakeAnAmbiguousAcronymForTheTopicThatTheCategoryHints() {
    PaperText paper = new PaperText("Faster SAM", "We make SAM faster.", List.of("cs.CV"));

    assertThat(tagger.tag(paper)).extracting(Tag::topic).containsExactly("segmentation");
  }

  @Test
  void shouldPassOverAnAmbiguousAcronymWithoutContext() {
    assertThat(tag("Faster SAM", "We make SAM faster.")).isEmpty();
  }

  @Test
  void shouldPassOverAnAcronymThatThePaperUsesForAnotherTopic() {
    List<Tag> tags =
        tag("Breaking models", "We study the attack success rate (ASR). Our ASR is high.");

    assertThat(tags).extracting(Tag::topic).containsExactly("attacks");
  }

  @Test
  void shouldCountAnEverydayWordOnlyInContext() {
    assertThat(tag("The estate agent", "An estate agent sells houses.")).isEmpty();
    assertThat(tag("An agent with a plan", "We build an agent. Our LLM agents plan."))
        .extracting(Tag::topic)
        .containsExactly("agents");
  }

  @Test
  void shouldLetACategoryAddToTheEvidence() {
    PaperText hinted = new PaperText("On seas", "We study computer vision.", List.of("cs.CV"));
    PaperText unknown = new PaperText("On seas", "We study computer vision.", List.of());
    PaperText other = new PaperText("On seas", "We study computer vision.", List.of("math.CO"));

    assertThat(score(tagger.tag(hinted), "vision"))
        .isGreaterThan(score(tagger.tag(unknown), "vision"));
    assertThat(score(tagger.tag(unknown), "vision"))
        .isGreaterThan(score(tagger.tag(other), "vision"));
  }

  @Test
  void shouldHaveNothingToSayAboutOtherPapers() {
    assertThat(tag("On the mating of whales", "Whales sing.")).isEmpty();
    assertThat(tag("...", "")).isEmpty();
  }

  /** Each acronym with each phrase would be some billions. */
  @Test
  void shouldReadATextOfNothingButAcronymsInNoMoreTimeThanItsLengthTakes() {
    String text = "segment anything model (SAM) ".repeat(60_000);

    assertTimeoutPreemptively(
            Duration.ofSeconds(15), () -> assertThat(tag("", text)).extracting(Tag::topic))
        .containsExactly("segmentation");
  }

  @Test
  void shouldTagTheSamePaperTheSameWay() {
    PaperText paper = new PaperText("LLM-based recommendation", "We use LLM agents.", List.of());

    assertThat(tagger.tag(paper))
        .isEqualTo(new LexicalTagger(VOCABULARY, Calibration.NONE).tag(paper));
  }

  private List<Tag> tag(String title, String abstractText) {
    return tagger.tag(new PaperText(title, abstractText, List.of()));
  }

  private double score(String topic, String title, String abstractText) {
    return score(tag(title, abstractText), topic);
  }

  private static double score(List<Tag> tags, String topic) {
    return tags.stream()
        .filter(tag -> tag.topic().equals(topic))
        .mapToDouble(Tag::score)
        .findFirst()
        .orElse(0);
  }
}
