package io.paperwire.tagging.category.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class CategoryTrainerTest {

  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          20,
          1,
          1e-6,
          0.1,
          0.9,
          0.5,
          1.25,
          10,
          2,
          100_000,
          new NetworkSettings(8, 60, 8, 0.01, 1e-4, 0.1));

  private static final LocalDate EARLY = LocalDate.of(2017, 5, 1);
  private static final LocalDate LATE = LocalDate.of(2025, 5, 1);

  @Test
  void shouldLearnWhereWordsBelong() {
    CategoryModel model = train(papers());

    assertThat(first(model, "A parser of sentences", EARLY)).isEqualTo("cs.CL");
    assertThat(first(model, "Robots that grasp", EARLY)).isEqualTo("cs.RO");
  }

  @Test
  void shouldFollowTheHabitsOfTheDay() {
    CategoryModel model = train(papers());

    assertThat(first(model, "Agents that plan", EARLY)).isEqualTo("cs.MA");
    assertThat(first(model, "Agents that plan", LATE)).isEqualTo("cs.AI");
  }

  @Test
  void shouldTakeTheEndOfATimeForWhatComesNext() {
    List<PaperText> papers = papers();
    papers.add(paper("Robots that grasp", "cs.RO", LocalDate.of(2021, 5, 1))); // behind all others
    for (int i = 0; i < 30; i++) {
      papers.add(paper("Colourings of graphs", "cs.DM", LocalDate.of(2014, 5, 1)));
      if (i % 2 == 0) {
        papers.add(paper("Colourings of graphs", "cs.DS", LocalDate.of(2018, 5, 1)));
      }
    }

    assertThat(first(train(papers), "Colourings of graphs", LocalDate.of(2019, 1, 1)))
        .isEqualTo("cs.DS");
  }

  @Test
  void shouldGiveEachCategoryOnceWithChancesThatFall() {
    List<CategoryScore> predicted =
        train(papers()).predict(read("Agents that plan", Optional.empty()), Optional.empty());

    assertThat(predicted).extracting(CategoryScore::category).doesNotHaveDuplicates();
    assertThat(predicted)
        .extracting(CategoryScore::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(predicted.stream().mapToDouble(CategoryScore::score).sum()).isBetween(0.99, 1.01);
  }

  @Test
  void shouldMakeTheSameModelOfTheSamePapers() throws IOException {
    assertThat(bytes(trained(papers(), CategoryTrainerTest::meaning)))
        .isEqualTo(bytes(trained(papers(), CategoryTrainerTest::meaning)));
  }

  @Test
  void shouldTellByTheSentenceVectorWhatTheWordsDoNot() {
    CategoryModel model = trained(papers(), CategoryTrainerTest::meaning);
    AnalyzedPaper unheardOf = read("Unheard of", Optional.of(EARLY));

    assertThat(model.predict(unheardOf, vector(1, 0, 0)).getFirst().category()).isEqualTo("cs.CL");
    assertThat(model.predict(unheardOf, vector(0, 1, 0)).getFirst().category()).isEqualTo("cs.RO");
    assertThat(model.predict(unheardOf, vector(0, 0, 1)).getFirst().category()).isEqualTo("cs.MA");
  }

  @Test
  void shouldPassOverAVectorOfAnotherModel() {
    CategoryModel model = trained(papers(), CategoryTrainerTest::meaning);
    AnalyzedPaper paper = read("Robots that grasp", Optional.of(EARLY));
    List<CategoryScore> byWords = model.predict(paper, Optional.empty());

    for (SentenceVector other :
        List.of(
            new SentenceVector("other", "1", new float[] {1, 0, 0}),
            new SentenceVector("test", "2", new float[] {1, 0, 0}),
            new SentenceVector("test", "1", new float[] {1, 0}))) {
      assertThat(model.predict(paper, Optional.of(other))).isEqualTo(byWords);
    }
  }

  @Test
  void shouldRefuseVectorsOfSeveralModels() {
    AtomicInteger papers = new AtomicInteger();

    assertThatThrownBy(
            () ->
                trained(
                    papers(),
                    _ ->
                        Optional.of(
                            new SentenceVector(
                                "test", "" + papers.getAndIncrement(), new float[] {1, 0}))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the sentence vectors are of several models");
  }

  @Test
  void shouldComeOutOfAFileAsItWentIn() throws IOException {
    CategoryModel model = trained(papers(), CategoryTrainerTest::meaning);
    byte[] written = bytes(model);

    CategoryModel read = CategoryModel.read(new ByteArrayInputStream(written));

    assertThat(bytes(read)).isEqualTo(written);
    AnalyzedPaper asked = read("Agents that grasp", Optional.of(LATE));
    assertThat(read.predict(asked, Optional.empty()))
        .isEqualTo(model.predict(asked, Optional.empty()));
    assertThat(read.predict(asked, meaning(asked.paper())))
        .isEqualTo(model.predict(asked, meaning(asked.paper())))
        .isNotEqualTo(model.predict(asked, Optional.empty()));
  }

  @Test
  void shouldRefuseAFileThatIsNoModel() {
    assertThatThrownBy(() -> CategoryModel.read(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldSayWhatIsMissingWhenThereIsNothingToLearn() {
    assertThatThrownBy(() -> train(papers().subList(0, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are not two categories with 10 dated papers each");
  }

  private static List<PaperText> papers() {
    List<PaperText> papers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      papers.add(paper("A parser of sentences", "cs.CL", EARLY));
      papers.add(paper("Robots that grasp", "cs.RO", EARLY));
      papers.add(paper("Agents that plan", "cs.MA", EARLY));
      papers.add(paper("Agents that plan", "cs.AI", LATE));
    }
    return papers;
  }

  private static PaperText paper(String title, String category, LocalDate day) {
    return new PaperText(title, "", List.of(category), Optional.of(day));
  }

  private static CategoryModel train(List<PaperText> papers) {
    return trained(papers, _ -> Optional.empty());
  }

  private static CategoryModel trained(
      List<PaperText> papers, Function<PaperText, Optional<SentenceVector>> meaning) {
    return new CategoryTrainer(SETTINGS, _ -> {}).train(papers, meaning);
  }

  /** One direction for language, one for robots, one for agents. */
  private static Optional<SentenceVector> meaning(PaperText paper) {
    return vector(
        paper.title().contains("parser") ? 1 : 0,
        paper.title().contains("Robots") ? 1 : 0,
        paper.title().contains("Agents") ? 1 : 0);
  }

  private static Optional<SentenceVector> vector(float... components) {
    return Optional.of(new SentenceVector("test", "1", components));
  }

  private static String first(CategoryModel model, String title, LocalDate day) {
    return model.predict(read(title, Optional.of(day)), Optional.empty()).getFirst().category();
  }

  private static AnalyzedPaper read(String title, Optional<LocalDate> day) {
    return AnalyzedPaper.of(new PaperText(title, "", List.of(), day));
  }

  private static byte[] bytes(CategoryModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }
}
