package io.paperwire.tagging.category.training;

import io.paperwire.tagging.category.CategoryModel.Label;
import io.paperwire.tagging.category.Era;
import io.paperwire.tagging.paper.PaperText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much more often each category was chosen at the end of its era than in all of it. What comes
 * next looks like the end: fields grow, and categories that were founded late have few papers to
 * learn from although they are chosen all the time. The words of a category hardly change
 * meanwhile, so it is enough to move the bias of its class (label shift).
 */
final class RecentShares {

  private static final double DAYS_OF_YEAR = 365.25;

  /** A category without recent papers has, besides them, so many that are shared as in the era. */
  private static final double SHARED = 20;

  private static final double BEFORE_STRAYS = 0.99;

  private final TrainingSettings settings;
  private final Map<Label, Integer> classes;
  private final Map<Era, LocalDate> ends;

  RecentShares(TrainingSettings settings, Map<Label, Integer> classes, Map<Era, LocalDate> ends) {
    this.settings = settings;
    this.classes = classes;
    this.ends = ends;
  }

  /**
   * What is to be added to the bias of each class.
   *
   * @param papers dated, the primary category first
   */
  float[] shift(List<PaperText> papers) {
    double[] whole = new double[classes.size()];
    double[] recent = new double[classes.size()];
    for (PaperText paper : papers) {
      Era era = Era.of(day(paper));
      Integer number = classes.get(new Label(paper.categories().getFirst(), era));
      LocalDate end = ends.getOrDefault(era, day(paper));
      if (number != null) {
        whole[number] += settings.weight(day(paper), end);
        double age = Math.max(0, ChronoUnit.DAYS.between(day(paper), end) / DAYS_OF_YEAR);
        recent[number] += Math.exp(-age / settings.recentYears());
      }
    }
    float[] shift = new float[classes.size()];
    for (Era era : Era.values()) {
      List<Integer> numbers =
          classes.entrySet().stream()
              .filter(entry -> entry.getKey().era() == era)
              .map(Map.Entry::getValue)
              .sorted(Comparator.naturalOrder())
              .toList();
      double all = numbers.stream().mapToDouble(k -> whole[k]).sum();
      double late = numbers.stream().mapToDouble(k -> recent[k]).sum();
      for (int k : numbers) {
        double before = whole[k] / all;
        double now = (recent[k] + SHARED * before) / (late + SHARED);
        shift[k] = (float) (settings.recentShare() * Math.log(now / before));
      }
    }
    return shift;
  }

  /**
   * The last day of each era that has papers. A few papers lie far behind the others, as an old one
   * does that was announced once more in a later year; the last hundredth is passed over.
   */
  static Map<Era, LocalDate> ends(List<PaperText> papers) {
    Map<Era, List<LocalDate>> days = new EnumMap<>(Era.class);
    papers.forEach(
        paper -> days.computeIfAbsent(Era.of(day(paper)), _ -> new ArrayList<>()).add(day(paper)));
    Map<Era, LocalDate> ends = new EnumMap<>(Era.class);
    days.forEach(
        (era, all) -> {
          Collections.sort(all);
          ends.put(era, all.get((int) (BEFORE_STRAYS * (all.size() - 1))));
        });
    return ends;
  }

  private static LocalDate day(PaperText paper) {
    return paper.published().orElseThrow();
  }
}
