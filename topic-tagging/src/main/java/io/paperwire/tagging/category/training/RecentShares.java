package io.paperwire.tagging.category.training;

import io.paperwire.tagging.category.CategoryModel.Label;
import io.paperwire.tagging.category.Era;
import io.paperwire.tagging.paper.PaperText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

  private final TrainingSettings settings;
  private final Map<Label, Integer> classes;

  RecentShares(TrainingSettings settings, Map<Label, Integer> classes) {
    this.settings = settings;
    this.classes = classes;
  }

  /**
   * What is to be added to the bias of each class.
   *
   * @param papers dated, the primary category first
   */
  float[] shift(List<PaperText> papers) {
    Map<Era, LocalDate> ends = new EnumMap<>(Era.class);
    papers.forEach(
        paper -> ends.merge(Era.of(day(paper)), day(paper), (a, b) -> a.isAfter(b) ? a : b));
    double[] whole = new double[classes.size()];
    double[] recent = new double[classes.size()];
    for (PaperText paper : papers) {
      Era era = Era.of(day(paper));
      Integer number = classes.get(new Label(paper.categories().getFirst(), era));
      LocalDate end = ends.getOrDefault(era, day(paper));
      if (number != null) {
        whole[number] += Math.pow(settings.recency(), end.getYear() - day(paper).getYear());
        double age = ChronoUnit.DAYS.between(day(paper), end) / DAYS_OF_YEAR;
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

  private static LocalDate day(PaperText paper) {
    return paper.published().orElseThrow();
  }
}
