package io.paperwire.tagging.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.SentenceTopics;
import io.paperwire.tagging.topic.SentenceTopics.Meant;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.tagging.topic.Tagger;
import io.paperwire.tagging.topic.training.TopicTrainer.Paper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Learns topics from vectors that point to one of three sides, and names of two of them. */
final class TopicTrainerTest {

  private static final int DIMENSIONS = 6;
  private static final TopicTrainingSettings SETTINGS =
      new TopicTrainingSettings(20, 20, 16, 0.05, 1e-6, 2);

  private final List<String> said = new ArrayList<>();
  private final SentenceTopics topics = trained(papers(1));

  @Test
  void shouldFindATopicThatNoWordNames() {
    assertThat(topics.of(towards(0, new Random(7))))
        .singleElement()
        .satisfies(
            meant -> {
              assertThat(meant.topic()).isEqualTo("cats");
              assertThat(meant.score()).isBetween(0.85, 0.98);
              assertThat(meant.like()).startsWith("cats ");
            });
    assertThat(topics.of(towards(1, new Random(7))))
        .extracting(Meant::topic)
        .containsExactly("dogs");
  }

  @Test
  void shouldFindNothingWhereNoPaperHasATopic() {
    assertThat(topics.of(towards(2, new Random(7)))).isEmpty();
  }

  @Test
  void shouldNotLearnATopicOfFewPapers() {
    assertThat(topics.topics()).containsExactly("cats", "dogs");
    assertThat(said).contains("303 papers, 2 topics");
  }

  @Test
  void shouldPassOverVectorsOfOtherModels() {
    SentenceVector known = towards(0, new Random(7));

    assertThat(topics.of(new SentenceVector("other", "1", known.components()))).isEmpty();
    assertThat(topics.of(new SentenceVector("model", "2", known.components()))).isEmpty();
    assertThat(topics.of(new SentenceVector("model", "1", new float[2]))).isEmpty();
  }

  @Test
  void shouldBeTheSameFromTheSamePapersAndAfterReading() throws IOException {
    byte[] bytes = bytes(topics);

    assertThat(bytes(trained(papers(1)))).isEqualTo(bytes);
    SentenceTopics read = SentenceTopics.read(new ByteArrayInputStream(bytes));
    assertThat(bytes(read)).isEqualTo(bytes);
    SentenceVector asked = towards(1, new Random(7));
    assertThat(read.of(asked)).isEqualTo(topics.of(asked));
  }

  @Test
  void shouldSayWhatItCannotLearnFrom() {
    List<Paper> few = papers(1).subList(0, 10);
    List<Paper> mixed = new ArrayList<>(papers(1));
    mixed.add(new Paper(text("cats 999"), new SentenceVector("other", "1", new float[DIMENSIONS])));

    assertThatThrownBy(() -> trained(few)).hasMessage("no topic is named by 20 papers or more");
    assertThatThrownBy(() -> trained(mixed))
        .hasMessage("the sentence vectors are of several models");
  }

  private SentenceTopics trained(List<Paper> papers) {
    return new TopicTrainer(new FirstWord(), SETTINGS, said::add).train(papers);
  }

  private static byte[] bytes(SentenceTopics topics) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    topics.write(out);
    return out.toByteArray();
  }

  /** A hundred papers of each side, and three of a topic that is too rare. */
  private static List<Paper> papers(long seed) {
    Random random = new Random(seed);
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      papers.add(new Paper(text("cats " + i), towards(0, random)));
      papers.add(new Paper(text("dogs " + i), towards(1, random)));
      papers.add(new Paper(text("nothing " + i), towards(2, random)));
    }
    for (int i = 0; i < 3; i++) {
      papers.add(new Paper(text("owls " + i), towards(2, random)));
    }
    return papers;
  }

  private static PaperText text(String title) {
    return new PaperText(title, "", List.of());
  }

  private static SentenceVector towards(int side, Random random) {
    float[] components = new float[DIMENSIONS];
    double squares = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      components[i] = (float) ((i == side ? 1 : 0) + 0.1 * random.nextGaussian());
      squares += components[i] * components[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      components[i] /= (float) Math.sqrt(squares);
    }
    return new SentenceVector("model", "1", components);
  }

  /** The first word of a title is its topic. */
  private static final class FirstWord implements Tagger {

    @Override
    public List<Tag> tag(AnalyzedPaper paper) {
      String word = paper.paper().title().split(" ", 2)[0];
      return word.equals("nothing") ? List.of() : List.of(new Tag(word, word, 1, List.of(word)));
    }
  }
}
