package io.paperwire.bench.relevance;

import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.category.training.CategoryTrainer;
import io.paperwire.tagging.category.training.TrainingSettings;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Whether predicted categories are those that authors chose. The model is trained anew, without the
 * papers that it is asked about: what was published from a day on, in each era.
 */
public final class CategoryEvaluation implements Evaluation {

  private static final int NEAR = 3;

  private final List<PaperText> papers;
  private final Function<PaperText, Optional<SentenceVector>> vectors;
  private final List<LocalDate> heldOutFrom;
  private final Consumer<String> progress;

  /**
   * An evaluation.
   *
   * @param papers dated papers with categories
   * @param vectors the sentence vector of a paper, if there is one
   * @param heldOutFrom in each year of these days, the papers from the day on are held out
   */
  public CategoryEvaluation(
      List<NamedPaper> papers,
      Function<PaperText, Optional<SentenceVector>> vectors,
      List<LocalDate> heldOutFrom,
      Consumer<String> progress) {
    this.papers =
        papers.stream()
            .map(NamedPaper::text)
            .filter(paper -> paper.published().isPresent() && !paper.categories().isEmpty())
            .toList();
    this.vectors = vectors;
    this.heldOutFrom = List.copyOf(heldOutFrom);
    this.progress = progress;
  }

  @Override
  public String title() {
    return "Categories";
  }

  @Override
  public Outcome run() {
    List<PaperText> learnt = papers.stream().filter(paper -> !isHeldOut(paper)).toList();
    if (learnt.isEmpty() || learnt.size() == papers.size()) {
      return new Outcome.Skipped(
          "there are no dated papers with categories on both sides of a day:"
              + " --category-papers FILE --hold-out DAY");
    }
    CategoryModel model =
        new CategoryTrainer(TrainingSettings.STANDARD, progress).train(learnt, vectors);
    List<String> page = new ArrayList<>();
    page.add(
        "Trained on %,d papers, asked about later ones; the given categories of these are only compared with."
            .formatted(learnt.size()));
    page.add(
        "Softmax regression over words and pairs of words and a network over sentence vectors, era"
            + " by era (docs/adr/0012). In the earlier papers those are absent");
    page.add(
        "whose only categories are the largest ones, so every paper is a border case; where the"
            + " first category is not the");
    page.add(
        "author's first one, it is often one of the further ones. What was founded shortly before"
            + " the papers asked about");
    page.add("(eess.IV and eess.AS in 2017) has few examples, which is made up for only in part.");
    page.add("");
    page.add(
        "| papers | how many | primary category first | among the first three | by words alone |"
            + " asked without a date |");
    page.add("| --- | --- | --- | --- | --- | --- |");
    for (LocalDate from : heldOutFrom) {
      List<PaperText> asked = papers.stream().filter(paper -> isHeldOut(paper, from)).toList();
      if (!asked.isEmpty()) {
        Hits dated = hits(model, vectors, asked, true);
        Hits byWords = hits(model, _ -> Optional.empty(), asked, true);
        Hits undated = hits(model, vectors, asked, false);
        page.add(
            "| %d, from %s on | %,d | %.3f | %.3f | %.3f, %.3f | %.3f, %.3f |"
                .formatted(
                    from.getYear(),
                    from,
                    asked.size(),
                    dated.first(),
                    dated.near(),
                    byWords.first(),
                    byWords.near(),
                    undated.first(),
                    undated.near()));
      }
    }
    return new Outcome.Measured(page);
  }

  /** Parts of the papers whose primary category stands first, and among the first three. */
  private record Hits(double first, double near) {}

  private static Hits hits(
      CategoryModel model,
      Function<PaperText, Optional<SentenceVector>> vectors,
      List<PaperText> asked,
      boolean dated) {
    int first = 0;
    int near = 0;
    for (PaperText paper : asked) {
      PaperText known =
          new PaperText(
              paper.title(),
              paper.abstractText(),
              List.of(),
              dated ? paper.published() : Optional.empty());
      List<String> predicted =
          model.predict(AnalyzedPaper.of(known), vectors.apply(paper)).stream()
              .map(CategoryScore::category)
              .toList();
      int place = predicted.indexOf(paper.categories().getFirst());
      first += place == 0 ? 1 : 0;
      near += place >= 0 && place < NEAR ? 1 : 0;
    }
    return new Hits((double) first / asked.size(), (double) near / asked.size());
  }

  private boolean isHeldOut(PaperText paper) {
    return heldOutFrom.stream().anyMatch(from -> isHeldOut(paper, from));
  }

  private static boolean isHeldOut(PaperText paper, LocalDate from) {
    LocalDate published = paper.published().orElseThrow();
    return published.getYear() == from.getYear() && !published.isBefore(from);
  }
}
