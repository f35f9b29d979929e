package io.paperwire.bench.relevance;

import io.paperwire.likeness.Feature;
import io.paperwire.likeness.Profile;
import io.paperwire.likeness.Ranked;
import io.paperwire.likeness.Ranker;
import io.paperwire.likeness.ReadPaper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the papers that somebody wants stand on top of their day. Each feature of the ranking is
 * taken out once, and asked once alone, so that one sees what it brings.
 */
public final class RankingEvaluation implements Evaluation {

  private static final List<Feature> OF_LIKES =
      List.of(Feature.WORDS, Feature.WORDING, Feature.MEANING, Feature.CATEGORIES);

  private final String title;
  private final List<RankedDay> days;

  /**
   * An evaluation.
   *
   * @param title the heading
   * @param days days of several people; those on which nothing can be found are left out
   */
  public RankingEvaluation(String title, List<RankedDay> days) {
    this.title = title;
    this.days = days.stream().filter(RankedDay::canBeFound).toList();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Outcome run() {
    if (days.isEmpty()) {
      return new Outcome.Skipped(
          "there is no day to rank: --profiles FILE --wanted FILE --profile-papers FILE");
    }
    List<String> page = new ArrayList<>();
    page.add(
        "%,d profiles with %.1f liked papers on average, and %.0f candidates each."
            .formatted(
                days.size(),
                days.stream()
                    .map(RankedDay::profile)
                    .mapToInt(RankingEvaluation::likes)
                    .average()
                    .orElse(0),
                days.stream().mapToInt(day -> day.candidates().size()).average().orElse(0)));
    page.add("");
    page.addAll(Placing.head());
    page.add(row("**all features**", Ranker.learnt()));
    for (Feature feature : OF_LIKES) {
      page.add(row("all but " + name(feature), Ranker.learnt().without(feature)));
    }
    for (Feature feature : OF_LIKES) {
      page.add(row(name(feature) + " alone", alone(feature)));
    }
    return new Outcome.Measured(page);
  }

  private static int likes(Profile profile) {
    return profile.likes().size();
  }

  private static String name(Feature feature) {
    return feature.name().toLowerCase(Locale.ROOT);
  }

  private static Ranker alone(Feature wanted) {
    Ranker ranker = Ranker.learnt();
    for (Feature feature : Feature.values()) {
      if (feature != wanted) {
        ranker = ranker.without(feature);
      }
    }
    return ranker;
  }

  private String row(String name, Ranker ranker) {
    Placing placing = new Placing();
    for (RankedDay day : days) {
      placing.add(
          ranker.rank(day.profile(), day.candidates()).stream()
              .map(Ranked::paper)
              .map(ReadPaper::id)
              .toList(),
          day.wanted());
    }
    return placing.row(name);
  }
}
