package io.paperwire.tagging.category.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CategoryTrainerTest {

  private static final TrainingSettings SETTINGS =
      new TrainingSettings(20, 1, 1e-6, 0.1, 0.9, 0.5, 1.25, 10, 2, 100_000);

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
        train(papers()).predict(read("Agents that plan", Optional.empty()));

    assertThat(predicted).extracting(CategoryScore::category).doesNotHaveDuplicates();
    assertThat(predicted)
        .extracting(CategoryScore::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(predicted.stream().mapToDouble(CategoryScore::score).sum()).isBetween(0.99, 1.01);
  }

  @Test
  void shouldMakeTheSameModelOfTheSamePapers() throws IOException {
    assertThat(bytes(train(papers()))).isEqualTo(bytes(train(papers())));
  }

  @Test
  void shouldComeOutOfAFileAsItWentIn() throws IOException {
    CategoryModel model = train(papers());
    byte[] written = bytes(model);

    CategoryModel read = CategoryModel.read(new ByteArrayInputStream(written));

    assertThat(bytes(read)).isEqualTo(written);
    assertThat(read.predict(read("Agents that grasp", Optional.of(LATE))))
        .isEqualTo(model.predict(read("Agents that grasp", Optional.of(LATE))));
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
    return new CategoryTrainer(SETTINGS, line -> {}).train(papers);
  }

  private static String first(CategoryModel model, String title, LocalDate day) {
    return model.predict(read(title, Optional.of(day))).getFirst().category();
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
