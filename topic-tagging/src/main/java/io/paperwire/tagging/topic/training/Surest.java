package io.paperwire.tagging.topic.training;

import io.paperwire.tagging.topic.SentenceTopics.Example;
import io.paperwire.tagging.topic.training.TopicTrainer.Paper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The few papers that are the surest to be about a topic, of all that come by. */
final class Surest {

  private static final int LARGEST = 127;

  private final int most;
  private final List<Candidate> best = new ArrayList<>();

  private record Candidate(Paper paper, double chance) {}

  Surest(int most) {
    this.most = most;
  }

  /** A paper comes by. Of two with one title the first one stays. */
  void add(Paper paper, double chance) {
    boolean last = best.size() == most && chance <= best.getLast().chance();
    if (last || best.stream().anyMatch(other -> other.paper().title().equals(paper.title()))) {
      return;
    }
    best.add(new Candidate(paper, chance));
    best.sort(Comparator.comparingDouble(Candidate::chance).reversed());
    if (best.size() > most) {
      best.removeLast();
    }
  }

  /** Those that are left, surest first. */
  List<Example> examples() {
    return best.stream()
        .map(
            kept -> new Example(kept.paper().title(), rounded(kept.paper().meaning().components())))
        .toList();
  }

  private static byte[] rounded(float[] components) {
    float largest = Float.MIN_NORMAL;
    for (float component : components) {
      largest = Math.max(largest, Math.abs(component));
    }
    byte[] rounded = new byte[components.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (byte) Math.round(components[i] / largest * LARGEST);
    }
    return rounded;
  }
}
