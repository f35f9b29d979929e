package io.paperwire.tagging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.tagging.network.NetworkLayer;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.SentenceTopics.Example;
import io.paperwire.tagging.topic.SentenceTopics.Known;
import io.paperwire.tagging.topic.SentenceTopics.Meant;
import io.paperwire.topics.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SentenceTopicsTest {

  private static final SentenceVector ASKED =
      new SentenceVector("model", "1", new float[] {0.8f, 0.6f});

  @Test
  void shouldTellTheSurestTopicFirstAndNoneThatIsDoubtful() {
    // Logarithms of odds; the chances are 0.69, 0.88 and 0.98.
    SentenceTopics topics = topics(0.8f, 2, 4);

    assertThat(topics.of(ASKED)).extracting(Meant::topic).containsExactly("topic-2", "topic-1");
    assertThat(topics.of(ASKED)).extracting(Meant::score).containsExactly(0.97, 0.949);
  }

  @Test
  void shouldNameTheNearestExample() {
    SentenceTopics topics = topics(4);

    assertThat(topics.of(ASKED)).extracting(Meant::like).containsExactly("Towards the first");
    SentenceVector other = new SentenceVector("model", "1", new float[] {0.6f, 0.8f});
    assertThat(topics.of(other)).extracting(Meant::like).containsExactly("Towards the second");
  }

  @Test
  void shouldRefuseWhatDoesNotFit() {
    NetworkLayer two = NetworkLayer.rounded(new float[2], new float[4]);

    assertThatThrownBy(() -> new SentenceTopics("model", "1", two, List.of()))
        .hasMessage("0 topics, and 2 outputs");
  }

  @Test
  void shouldSayThatAFileIsOfAnotherKind() {
    byte[] deflated = {
      0x78, (byte) 0x9c, 0x63, 0x60, 0x60, 0x60, 0x00, 0x00, 0x00, 0x04, 0x00, 0x01
    };

    assertThatThrownBy(() -> SentenceTopics.read(new ByteArrayInputStream(deflated)))
        .isInstanceOf(IOException.class)
        .hasMessage("these are no topics, or of another version: train them anew");
  }

  @Test
  void shouldKnowMostTopicsOfTheVocabulary() {
    Vocabulary vocabulary = Vocabulary.load();

    assertThat(SentenceTopics.load().topics().size())
        .isBetween(vocabulary.topics().size() / 2, vocabulary.topics().size());
  }

  private static SentenceTopics topics(float... bias) {
    List<Known> known = new ArrayList<>();
    for (int k = 0; k < bias.length; k++) {
      known.add(
          new Known(
              "topic-" + k,
              List.of(
                  new Example("Towards the first", new byte[] {127, 0}),
                  new Example("Towards the second", new byte[] {0, 127}))));
    }
    return new SentenceTopics(
        "model", "1", NetworkLayer.rounded(bias, new float[2 * bias.length]), known);
  }
}
