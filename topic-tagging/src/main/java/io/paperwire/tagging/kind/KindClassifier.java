package io.paperwire.tagging.kind;

import io.paperwire.tagging.kind.KindCues.Cue;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.Hit;
import io.paperwire.text.PhraseIndex;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the kind of a paper by its words. Immutable. */
public final class KindClassifier {

  private static final double LEAST = 2;
  private static final double NAMED_BENCH = 3;
  private static final double MADE_BENCH = 2.5;
  private static final String BENCH = "bench";

  /** So many words may stand between what uses data and the word for them, itself included. */
  private static final int WORDS_BETWEEN = 4;

  private static final Set<String> USES =
      forms("leveraging using exploiting over across from on with via through");
  private static final Set<String> NEW = forms("new novel");
  private static final Set<String> MAKING =
      forms(
          "propose proposes introduce introduces present presents offer offers build develop"
              + " construct create release design introducing presenting");
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
    AnalyzedText title = paper.title();
    for (Hit<Cue> hit : cuesIn(title)) {
      hit.value()
          .kind()
          .filter(kind -> !isUsed(kind, title, hit.from()))
          .ifPresent(kind -> add(votes, kind, hit.value().title(), title, hit));
    }
    addNamedBenches(title, votes);
    AnalyzedText text = paper.abstractText();
    for (Hit<Cue> hit : cuesIn(text)) {
      double weight = paper.claims().include(hit.from()) ? hit.value().claim() : hit.value().text();
      hit.value().kind().ifPresent(kind -> add(votes, kind, weight, text, hit));
    }
    addMadeBenches(text, votes);
    return votes.winner();
  }

  private List<Hit<Cue>> cuesIn(AnalyzedText text) {
    return outermost(cues.find(text)).stream()
        .filter(hit -> !isName(text.asWritten(hit.from(), hit.to())))
        .toList();
  }

  /** Whether something is spelt like a name, as in "MiniMax", and so says nothing by its words. */
  private static boolean isName(String written) {
    for (int i = 1; i < written.length(); i++) {
      if (Character.isLowerCase(written.charAt(i - 1))
          && Character.isUpperCase(written.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a title names data only as what is used, as in "learning from a large corpus". */
  private static boolean isUsed(PaperKind kind, AnalyzedText title, int from) {
    if (kind != PaperKind.DATASET || NEW.contains(title.words().get(from).form())) {
      return false;
    }
    for (int i = from; i > Math.max(0, from - WORDS_BETWEEN); i--) {
      if (title.words().get(i).link() == Link.BREAK) {
        return false;
      }
      if (NEW.contains(title.words().get(i - 1).form())) {
        return false;
      }
      if (USES.contains(title.words().get(i - 1).form())) {
        return true;
      }
    }
    return false;
  }

  private static void add(
      Votes votes, PaperKind kind, double weight, AnalyzedText text, Hit<Cue> hit) {
    votes.add(kind, weight, hit.phrase().key(), text.asWritten(hit.from(), hit.to()));
  }

  /** A named benchmark that is the first thing which the abstract says is made. */
  private static void addMadeBenches(AnalyzedText text, Votes votes) {
    List<Word> words = text.words();
    int first = 1;
    while (first < words.size() && !isMade(words, first - 1)) {
      first++;
    }
    int last = first;
    while (last + 1 < words.size() && words.get(last + 1).link() == Link.JOINED) {
      last++;
    }
    if (last < words.size()
        && words.get(first).link() == Link.SPACE
        && words.get(last).form().endsWith(BENCH)) {
      String written = text.asWritten(first, last + 1);
      votes.add(PaperKind.BENCHMARK, MADE_BENCH, words.get(last).form(), written);
    }
  }

  /** Whether a word says that something is made, and not what it takes to make it. */
  private static boolean isMade(List<Word> words, int i) {
    return MAKING.contains(words.get(i).form())
        && (i == 0 || !words.get(i - 1).form().equals("to"));
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

  /** Words as a text's words are folded. */
  private static Set<String> forms(String words) {
    return TextAnalyzer.analyze(words).words().stream()
        .map(Word::form)
        .collect(Collectors.toUnmodifiableSet());
  }
}
