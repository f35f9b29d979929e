package io.paperwire.likeness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks papers by how like they are to those that somebody likes.
 *
 * <p>Each {@link Feature} is computed for each paper and brought to mean 0 and deviation 1 among
 * the papers that are ranked, so that what all of them share counts for nothing; the score is their
 * weighted sum. A feature that cannot be told of a paper (it has no category, or was not embedded)
 * is taken for average.
 *
 * @param texts how much each feature counts where papers with abstracts are compared
 * @param titles how much it counts where one of the two has only a title
 */
public record Ranker(Weights texts, Weights titles) {

  private static final double NONE = Double.NaN;

  /** Ranks with the learnt weights. */
  public static Ranker learnt() {
    return new Ranker(Weights.TEXTS, Weights.TITLES);
  }

  /**
   * All candidates, best first. Those that nothing tells apart stay in their order.
   *
   * @param profile whom to rank for
   * @param candidates what to rank; papers read by the same corpus as those of the profile
   */
  public List<Ranked> rank(Profile profile, List<ReadPaper> candidates) {
    double[] scores = scores(profile, candidates);
    return IntStream.range(0, scores.length)
        .mapToObj(i -> new Ranked(candidates.get(i), scores[i]))
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }

  /** The same ranker, but one feature does not count. */
  public Ranker without(Feature feature) {
    return new Ranker(texts.without(feature), titles.without(feature));
  }

  /** The score of each candidate, in their order. */
  public double[] scores(Profile profile, List<ReadPaper> candidates) {
    double[] scores = new double[candidates.size()];
    Weights weights = texts.towards(titles, shareOfTitles(profile, candidates));
    for (Feature feature : Feature.values()) {
      double weight = weights.weight(feature);
      if (weight != 0) {
        double[] values = values(feature, profile, candidates);
        standardise(values);
        for (int i = 0; i < scores.length; i++) {
          scores[i] += weight * values[i];
        }
      }
    }
    return scores;
  }

  /** Of the pairs that are compared, the share in which a paper has only a title. */
  private static double shareOfTitles(Profile profile, List<ReadPaper> candidates) {
    List<ReadPaper> own =
        Stream.concat(profile.likes().stream(), profile.dislikes().stream()).toList();
    return 1 - shareOfTexts(own) * shareOfTexts(candidates);
  }

  private static double shareOfTexts(List<ReadPaper> papers) {
    long titles = papers.stream().filter(ReadPaper::titleOnly).count();
    return papers.isEmpty() ? 1 : 1 - (double) titles / papers.size();
  }

  /** A feature of each candidate, NaN where it cannot be told. */
  static double[] values(Feature feature, Profile profile, List<ReadPaper> candidates) {
    return switch (feature) {
      case WORDS -> each(candidates, profile.likes(), Ranker::words);
      case WORDING -> each(candidates, profile.likes(), Ranker::wording);
      case CATEGORIES -> each(candidates, profile.likes(), Ranker::categories);
      case MEANING -> each(candidates, profile.likes(), Ranker::meaning);
      case DISLIKED_WORDS -> each(candidates, profile.dislikes(), Ranker::words);
      case DISLIKED_MEANING -> each(candidates, profile.dislikes(), Ranker::meaning);
    };
  }

  private static double[] each(
      List<ReadPaper> candidates,
      List<ReadPaper> papers,
      ToDoubleBiFunction<ReadPaper, List<ReadPaper>> value) {
    return candidates.parallelStream()
        .mapToDouble(candidate -> papers.isEmpty() ? NONE : value.applyAsDouble(candidate, papers))
        .toArray();
  }

  private static double words(ReadPaper candidate, List<ReadPaper> papers) {
    return rootMeanSquare(candidate, papers, ReadPaper::words);
  }

  private static double wording(ReadPaper candidate, List<ReadPaper> papers) {
    return rootMeanSquare(candidate, papers, ReadPaper::wording);
  }

  /** Between the mean, to which all papers speak, and the maximum, to which the nearest does. */
  private static double rootMeanSquare(
      ReadPaper candidate, List<ReadPaper> papers, Function<ReadPaper, TermVector> side) {
    TermVector vector = side.apply(candidate);
    double squares = 0;
    for (ReadPaper paper : papers) {
      double cosine = vector.cosine(side.apply(paper));
      squares += cosine * cosine;
    }
    return Math.sqrt(squares / papers.size());
  }

  private static double categories(ReadPaper candidate, List<ReadPaper> papers) {
    if (candidate.categories().isEmpty()) {
      return NONE;
    }
    double sum = 0;
    for (ReadPaper paper : papers) {
      sum += candidate.categories().cosine(paper.categories());
    }
    return sum / papers.size();
  }

  private static double meaning(ReadPaper candidate, List<ReadPaper> papers) {
    if (candidate.meaning().isEmpty()) {
      return NONE;
    }
    MeaningVector vector = candidate.meaning().get();
    double squares = 0;
    int count = 0;
    for (ReadPaper paper : papers) {
      if (paper.meaning().isPresent()) {
        double cosine = Math.max(0, vector.cosine(paper.meaning().get()));
        squares += cosine * cosine;
        count++;
      }
    }
    return count == 0 ? NONE : Math.sqrt(squares / count);
  }

  /** Brings values to mean 0 and deviation 1; what is not known becomes 0. */
  private static void standardise(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    double variance =
        Arrays.stream(known).map(value -> (value - mean) * (value - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance);
    for (int i = 0; i < values.length; i++) {
      boolean tells = !Double.isNaN(values[i]) && deviation > 1e-12;
      values[i] = tells ? (values[i] - mean) / deviation : 0;
    }
  }
}
