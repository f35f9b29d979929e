package io.paperwire.tagging.kind;

import io.paperwire.tagging.kind.KindCues.Cue;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.Hit;
import io.paperwire.text.PhraseIndex;
import io.paperwire.text.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the kind of a paper by its words. Immutable. */
public final class KindClassifier {

  private static final double LEAST = 2;
  private static final double NAMED_BENCH = 3;
  private static final String BENCH = "bench";
  private static final int MOST_WORDS = 3;

  private final PhraseIndex<Cue> cues = KindCues.index();

  /** What was said for each kind. */
  private static final class Votes {
    private final Map<PaperKind, Double> weights = new EnumMap<>(PaperKind.class);
    private final Map<PaperKind, List<String>> words = new EnumMap<>(PaperKind.class);
    private final Set<String> counted = new HashSet<>();

    /** Counts a cue, once a paper. */
    void add(PaperKind kind, double weight, String key, String written) {
      if (weight > 0 && counted.add(kind + key)) {
        words.computeIfAbsent(kind, first -> new ArrayList<>()).add(written);
        weights.merge(kind, weight, Double::sum);
      }
    }

    JudgedKind winner() {
      PaperKind best = PaperKind.METHOD;
      double most = LEAST;
      for (Map.Entry<PaperKind, Double> vote : weights.entrySet()) {
        if (vote.getValue() > most || (vote.getValue() == most && best == PaperKind.METHOD)) {
          best = vote.getKey();
          most = vote.getValue();
        }
      }
      List<String> said = words.getOrDefault(best, List.of());
      return new JudgedKind(best, said.subList(0, Math.min(MOST_WORDS, said.size())));
    }
  }

  /** The kind of a paper. Any number of threads may ask. */
  public JudgedKind classify(AnalyzedPaper paper) {
    Votes votes = new Votes();
    for (Hit<Cue> hit : outermost(cues.find(paper.title()))) {
      hit.value()
          .kind()
          .ifPresent(
              kind ->
                  votes.add(
                      kind, hit.value().title(), hit.phrase().key(), written(paper.title(), hit)));
    }
    addNamedBenches(paper.title(), votes);
    AnalyzedText text = paper.abstractText();
    for (Hit<Cue> hit : outermost(cues.find(text))) {
      double weight = paper.claims().include(hit.from()) ? hit.value().claim() : hit.value().text();
      hit.value()
          .kind()
          .ifPresent(kind -> votes.add(kind, weight, hit.phrase().key(), written(text, hit)));
    }
    return votes.winner();
  }

  /** A name such as "SWE-bench" or "MMBench" in a title. */
  private static void addNamedBenches(AnalyzedText title, Votes votes) {
    for (Word word : title.words()) {
      if (word.form().endsWith(BENCH)) {
        String written = title.text().substring(word.start(), word.end());
        votes.add(PaperKind.BENCHMARK, NAMED_BENCH, word.form(), written);
      }
    }
  }

  private static String written(AnalyzedText text, Hit<Cue> hit) {
    return text.asWritten(hit.from(), hit.to());
  }

  /** The hits that are not inside of a longer one. */
  private static List<Hit<Cue>> outermost(List<Hit<Cue>> hits) {
    BitSet covered = new BitSet();
    List<Hit<Cue>> longestFirst = new ArrayList<>(hits);
    longestFirst.sort((one, other) -> (other.to() - other.from()) - (one.to() - one.from()));
    List<Hit<Cue>> outermost = new ArrayList<>();
    for (Hit<Cue> hit : longestFirst) {
      if (!covered.get(hit.from()) || !covered.get(hit.to() - 1)) {
        outermost.add(hit);
        covered.set(hit.from(), hit.to());
      }
    }
    outermost.sort((one, other) -> one.from() - other.from());
    return outermost;
  }
}
