package io.paperwire.notify.matching;

import io.paperwire.likeness.VectorScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The examples of all who want papers like others, scanned for those that a paper is near to. There
 * is one scan for each model that has made vectors.
 */
final class LikenessIndex {

  private final Map<String, Scan> byModel = new HashMap<>();
  private final Map<Integer, List<LikeThese>> wanted = new HashMap<>();
  private int interests;

  /** The examples of one model. */
  private static final class Scan {

    private final VectorScan vectors;
    private int[] owners = new int[16];
    private final Map<Integer, List<Integer>> rows = new HashMap<>();

    Scan(int dimensions) {
      this.vectors = new VectorScan(dimensions);
    }

    void add(int subscriber, Meaning example, double leastCosine) {
      byte[] values = example.vector().values();
      if (values.length != vectors.dimensions()) {
        return; // it can be compared with no paper of the model
      }
      int row = vectors.add(values, leastCosine);
      if (row >= owners.length) {
        owners = Arrays.copyOf(owners, Math.max(row + 1, 2 * owners.length));
      }
      owners[row] = subscriber;
      rows.computeIfAbsent(subscriber, _ -> new ArrayList<>()).add(row);
    }

    void remove(int subscriber) {
      List<Integer> theirs = rows.remove(subscriber);
      if (theirs != null) {
        theirs.forEach(vectors::remove);
      }
    }
  }

  void put(int subscriber, List<LikeThese> interests) {
    remove(subscriber);
    if (interests.isEmpty()) {
      return;
    }
    wanted.put(subscriber, interests);
    this.interests += interests.size();
    for (LikeThese interest : interests) {
      for (LikeThese.Example like : interest.likes()) {
        byModel
            .computeIfAbsent(
                like.meaning().model(), _ -> new Scan(like.meaning().vector().values().length))
            .add(subscriber, like.meaning(), leastCosine(interest, like.meaning()));
      }
    }
  }

  /** As a scan asks it, which knows nothing of models and short texts. */
  private static double leastCosine(LikeThese interest, Meaning like) {
    return Math.max(Double.MIN_NORMAL, like.leastCosine(interest.leastCosine()));
  }

  void remove(int subscriber) {
    List<LikeThese> theirs = wanted.remove(subscriber);
    if (theirs != null) {
      interests -= theirs.size();
      byModel.values().forEach(scan -> scan.remove(subscriber));
    }
  }

  int interests() {
    return interests;
  }

  /** Told who wants one of several papers. */
  @FunctionalInterface
  interface Found {

    /**
     * A subscriber wants a paper.
     *
     * @param paper place in the list of papers
     * @param subscriber the subscriber's number
     */
    void wanted(int paper, int subscriber);
  }

  /**
   * Tells who wants which of some papers, each pair once, in no particular order.
   *
   * @param papers those that have no vector are near to nothing
   */
  void match(List<PaperInView> papers, Found found) {
    byModel.forEach(
        (model, scan) -> {
          List<Integer> places = new ArrayList<>();
          List<Meaning> asked = new ArrayList<>();
          for (int i = 0; i < papers.size(); i++) {
            Optional<Meaning> meaning =
                papers.get(i).meaning().filter(known -> known.model().equals(model));
            if (meaning.isPresent()
                && meaning.get().vector().values().length == scan.vectors.dimensions()) {
              places.add(i);
              asked.add(meaning.get());
            }
          }
          if (!asked.isEmpty()) {
            List<BitSet> judged = asked.stream().map(_ -> new BitSet()).toList();
            scan.vectors.scan(
                asked.stream()
                    .map(it -> new VectorScan.Paper(it.vector().values(), it.allowance()))
                    .toList(),
                (paper, row) -> {
                  int subscriber = scan.owners[row];
                  if (firstHit(judged.get(paper), subscriber)
                      && isWanted(subscriber, papers.get(places.get(paper)))) {
                    found.wanted(places.get(paper), subscriber);
                  }
                });
          }
        });
  }

  /** A paper that is near to one of a subscriber's examples is so to many, and is judged once. */
  private static boolean firstHit(BitSet judged, int subscriber) {
    boolean first = !judged.get(subscriber);
    judged.set(subscriber);
    return first;
  }

  /** The scan knows nothing of dislikes, and allows a short paper more where the like is short. */
  private boolean isWanted(int subscriber, PaperInView paper) {
    return wanted.getOrDefault(subscriber, List.of()).stream()
        .anyMatch(
            interest ->
                switch (interest.judge(paper)) {
                  case LikeThese.Nearness.Near _ -> true;
                  case LikeThese.Nearness.Far _ -> false;
                });
  }
}
