package io.paperwire.enrich.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ranks the papers of one topic by the attention that they get. */
final class TopicRanking {

  /** A paper has a place as long as its rate, decayed to the newest of the topic, is so much. */
  static final double LEAST_RATE = 1;

  /**
   * A paper whose rate has decayed to so little is forgotten: twenty half-lives after its rate was
   * 1. Until then it has its place again if the newest papers of the topic are withdrawn.
   */
  private static final double FORGOTTEN = Math.pow(2, -20);

  /** To be first among two says nothing. */
  private static final int FEWEST = 3;

  /** One paper is ahead of another only by more than this, so that equals do not change places. */
  private static final double CLEARLY = 1.1;

  /** The places that are told. Behind the third one they stand for all down to the one before. */
  private static final List<Integer> PLACES = List.of(1, 2, 3, 5, 10);

  private final Duration halfLife;

  /**
   * A ranking.
   *
   * @param halfLife after so long a rate is half
   */
  TopicRanking(Duration halfLife) {
    this.halfLife = halfLife;
  }

  /**
   * A paper of the topic.
   *
   * @param paperId canonical id
   * @param rate its attention, at least {@link #LEAST_RATE}
   * @param asOf event time for which the rate holds
   */
  record Rated(String paperId, double rate, Instant asOf) {}

  /**
   * The papers with the place that is told of each; 0 for none. Those that are forgotten are left
   * out. The outcome depends on the papers alone, not on their order.
   */
  Map<String, Integer> rank(Collection<Rated> papers) {
    Instant newest =
        papers.stream().map(Rated::asOf).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Rated> alive = new ArrayList<>();
    for (Rated paper : papers) {
      double now = decayed(paper, newest);
      if (now >= LEAST_RATE) {
        alive.add(new Rated(paper.paperId(), now, newest));
      } else if (now >= FORGOTTEN) {
        places.put(paper.paperId(), 0);
      }
    }
    alive.sort(Comparator.comparingDouble(Rated::rate).reversed().thenComparing(Rated::paperId));
    int ahead = 0;
    for (Rated paper : alive) {
      while (alive.get(ahead).rate() > CLEARLY * paper.rate()) {
        ahead++;
      }
      places.put(paper.paperId(), alive.size() < FEWEST ? 0 : told(ahead + 1));
    }
    return places;
  }

  private double decayed(Rated paper, Instant at) {
    double halfLives = (double) Duration.between(paper.asOf(), at).toMillis() / halfLife.toMillis();
    return paper.rate() * Math.pow(2, -halfLives);
  }

  private static int told(int place) {
    return PLACES.stream().filter(bound -> place <= bound).findFirst().orElse(0);
  }
}
