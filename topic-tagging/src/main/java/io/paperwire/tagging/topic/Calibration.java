package io.paperwire.tagging.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Turns what the evidence for a topic weighs into the probability that a reader calls the topic
 * right, by isotonic regression (pool adjacent violators) over tags that readers judged: between
 * the points it is a straight line, and it never falls.
 *
 * @param points ascending in both
 */
public record Calibration(List<Point> points) {

  /** Leaves scores as they are. */
  public static final Calibration NONE = new Calibration(List.of(new Point(0, 0), new Point(1, 1)));

  private static final String RESOURCE = "calibration.tsv";
  private static final int SMALLEST_POOL = 20;

  /**
   * A point of the line.
   *
   * @param score the score before, in [0, 1]
   * @param probability the score after, in [0, 1]
   */
  public record Point(double score, double probability) {}

  /**
   * A tag that a reader judged.
   *
   * @param score its score before calibration
   * @param right whether the reader calls it right
   */
  public record Judged(double score, boolean right) {}

  /** Tags of about the same score. */
  private record Pool(double scores, double right, int size) {

    double rate() {
      return right / size;
    }

    Pool with(Pool other) {
      return new Pool(scores + other.scores, right + other.right, size + other.size);
    }

    /** A little towards one half, for what a small pool cannot know. */
    Point point() {
      return new Point(scores / size, (right + 0.5) / (size + 1));
    }
  }

  public Calibration {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a calibration needs a point");
    }
  }

  /** The calibration that comes with Paperwire. */
  public static Calibration load() {
    try (InputStream in = Calibration.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing in topic-tagging");
      }
      return new Calibration(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t"))
              .map(line -> new Point(Double.parseDouble(line[0]), Double.parseDouble(line[1])))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fits a calibration.
   *
   * @param tags judged tags, in any order
   * @throws IllegalArgumentException if there are none
   */
  public static Calibration fit(List<Judged> tags) {
    List<Pool> pools = new ArrayList<>();
    for (Pool pool : equalPools(tags)) {
      Pool merged = pool;
      while (!pools.isEmpty() && pools.getLast().rate() >= merged.rate()) {
        merged = pools.removeLast().with(merged);
      }
      pools.add(merged);
    }
    return new Calibration(pools.stream().map(Pool::point).toList());
  }

  private static List<Pool> equalPools(List<Judged> tags) {
    List<Judged> sorted = new ArrayList<>(tags);
    sorted.sort(Comparator.comparingDouble(Judged::score));
    List<Pool> pools = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += SMALLEST_POOL) {
      int to = sorted.size() - from < 2 * SMALLEST_POOL ? sorted.size() : from + SMALLEST_POOL;
      Pool pool = new Pool(0, 0, 0);
      for (Judged tag : sorted.subList(from, to)) {
        pool = pool.with(new Pool(tag.score(), tag.right() ? 1 : 0, 1));
      }
      pools.add(pool);
      if (to == sorted.size()) {
        break;
      }
    }
    return pools;
  }

  /** The calibrated score, in [0, 1]. */
  public double of(double score) {
    if (score <= points.getFirst().score()) {
      return points.getFirst().probability();
    }
    for (int i = 1; i < points.size(); i++) {
      Point to = points.get(i);
      if (score <= to.score()) {
        Point from = points.get(i - 1);
        double part = (score - from.score()) / (to.score() - from.score());
        return from.probability() + part * (to.probability() - from.probability());
      }
    }
    return points.getLast().probability();
  }

  /** The lines of the resource. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# score before, probability that a reader calls the topic right");
    for (Point point : points) {
      lines.add(String.format(Locale.ROOT, "%.4f\t%.4f", point.score(), point.probability()));
    }
    return lines;
  }
}
