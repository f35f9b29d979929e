package io.paperwire.tagging.category.training;

import io.paperwire.tagging.category.CategoryFeatures;
import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.category.CategoryModel.Label;
import io.paperwire.tagging.category.Era;
import io.paperwire.tagging.category.FeatureTable;
import io.paperwire.tagging.category.SentenceNetwork;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains a category model: softmax regression over sparse TF-IDF, by stochastic gradient descent
 * with L2 shrinkage, and beside it, apart from it, a network over sentence vectors. Then the bias
 * of each class moves to what was usual at the end of its era, and weights are kept in one byte
 * each, of the regression the largest.
 */
public final class CategoryTrainer {

  private final TrainingSettings settings;
  private final Consumer<String> progress;

  /**
   * A trainer.
   *
   * @param progress told what is done, a line at a time
   */
  public CategoryTrainer(TrainingSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Trains a model.
   *
   * @param papers with their categories, the primary one first; a paper without a date or without a
   *     category is passed over
   * @param meaning the sentence vector of a paper, if there is one; all of one model
   * @throws IllegalArgumentException if no category has papers enough, or vectors are of several
   *     models
   */
  public CategoryModel train(
      List<PaperText> papers, Function<PaperText, Optional<SentenceVector>> meaning) {
    List<PaperText> usable =
        papers.stream()
            .filter(paper -> paper.published().isPresent() && !paper.categories().isEmpty())
            .toList();
    Map<Label, Integer> classes = classes(usable);
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          "there are not two categories with %d dated papers each"
              .formatted(settings.leastPapers()));
    }
    FeatureTable features = features(usable);
    progress.accept(
        "%,d papers, %d classes, %,d features"
            .formatted(usable.size(), classes.size(), features.size()));
    Map<Era, LocalDate> ends = RecentShares.ends(usable);
    List<Example> examples = examples(usable, classes, ends, features, meaning);
    Descent descent = new Descent(features.size(), classes.size(), settings);
    descent.run(examples, progress);
    float[] shift = new RecentShares(settings, classes, ends).shift(usable);
    return descent.model(List.copyOf(classes.keySet()), shift, features, network(shift, examples));
  }

  private Optional<SentenceNetwork> network(float[] shift, List<Example> examples) {
    List<Example> read = examples.stream().filter(e -> e.meaning().isPresent()).toList();
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NetworkDescent(shift.length, settings.network(), settings.secondary(), read)
                .run(shift, progress));
  }

  private Map<Label, Integer> classes(List<PaperText> papers) {
    Map<Label, Integer> counts =
        new TreeMap<>(Comparator.comparing(Label::era).thenComparing(Label::category));
    papers.forEach(
        paper -> counts.merge(label(paper, paper.categories().getFirst()), 1, Integer::sum));
    Map<Label, Integer> classes = new LinkedHashMap<>();
    counts.forEach(
        (label, count) -> {
          if (count >= settings.leastPapers()) {
            classes.put(label, classes.size());
          }
        });
    return classes;
  }

  private static Label label(PaperText paper, String category) {
    return new Label(category, Era.of(paper.published().orElseThrow()));
  }

  private FeatureTable features(List<PaperText> papers) {
    Map<Integer, Integer> stands = new HashMap<>();
    for (PaperText paper : papers) {
      for (int hash : CategoryFeatures.of(AnalyzedPaper.of(paper)).hashes()) {
        stands.merge(hash, 1, Integer::sum);
      }
    }
    int[] hashes =
        stands.entrySet().stream()
            .filter(feature -> feature.getValue() >= settings.leastStands())
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    float[] rarity = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      int count = stands.getOrDefault(hashes[i], 0);
      rarity[i] = FeatureTable.rounded(1 + Math.log((papers.size() + 1.0) / (count + 1.0)));
    }
    return new FeatureTable(hashes, rarity);
  }

  private List<Example> examples(
      List<PaperText> papers,
      Map<Label, Integer> classes,
      Map<Era, LocalDate> ends,
      FeatureTable features,
      Function<PaperText, Optional<SentenceVector>> meaning) {
    List<Example> examples = new ArrayList<>(papers.size());
    for (PaperText paper : papers) {
      Optional<Integer> primary =
          Optional.ofNullable(classes.get(label(paper, paper.categories().getFirst())));
      if (primary.isPresent()) {
        int[] further =
            paper.categories().stream()
                .skip(1)
                .distinct()
                .flatMap(code -> Optional.ofNullable(classes.get(label(paper, code))).stream())
                .filter(k -> !k.equals(primary.get()))
                .mapToInt(k -> k)
                .toArray();
        LocalDate day = paper.published().orElseThrow();
        double weight = settings.weight(day, ends.getOrDefault(Era.of(day), day));
        examples.add(
            new Example(
                features.vector(AnalyzedPaper.of(paper)),
                meaning.apply(paper),
                primary.get(),
                further,
                (float) weight));
      }
    }
    return examples;
  }
}
