package io.paperwire.bench;

import io.paperwire.index.Admission;
import io.paperwire.index.Paper;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.AuthorName;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import io.paperwire.topics.ArxivCategories;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Interests as people may have them, made of what stands in papers: 40 % phrases and terms, 20 %
 * conjunctions, 20 % a category and a keyword, 10 % authors, 10 % disjunctions with a NOT. What is
 * asked for tells papers apart: a word that stands alone is in one of five hundred at most, the
 * rarest of a phrase in one of fifty. The same seed and papers make the same interests.
 */
public final class InterestMix {

  private static final int LONGEST_PHRASE = 3;
  private static final int SHORTEST_WORD = 5;
  private static final int ATTEMPTS = 1_000;
  private static final int TELLS_APART = 500;
  private static final int TELLS_APART_IN_PHRASE = 50;

  /** Of a few papers no word is in a small share. */
  private static final int LEAST_PAPERS = 20;

  private final List<Paper> papers;
  private final Random random;
  private final Map<String, Integer> papersWith = new HashMap<>();
  private final Map<String, SoftReference<AnalyzedText>> analyzed = new HashMap<>();

  /**
   * Interests of papers.
   *
   * @param papers with abstracts, categories and authors
   * @param seed of all that is drawn
   */
  public InterestMix(List<Paper> papers, long seed) {
    this.papers = papers;
    this.random = new Random(seed);
    for (Paper paper : papers) {
      TextAnalyzer.analyze(paper.title() + "\n" + paper.abstractText()).words().stream()
          .map(Word::form)
          .distinct()
          .forEach(form -> papersWith.merge(form, 1, Integer::sum));
    }
  }

  /** So many interests. */
  public List<Expression> make(int count) {
    List<Expression> interests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      interests.add(one());
    }
    return interests;
  }

  private Expression one() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Expression> made = attempt(papers.get(random.nextInt(papers.size())));
      if (made.isPresent() && Admission.refusal(made.get()).isEmpty()) {
        return made.get();
      }
    }
    throw new IllegalArgumentException(
        "no interests can be made of these papers; they need abstracts, categories and authors");
  }

  private Optional<Expression> attempt(Paper paper) {
    AnalyzedText text = analyzed(random.nextInt(3) == 0 ? paper.title() : paper.abstractText());
    int kind = random.nextInt(10);
    return switch (kind) {
      case 0, 1, 2, 3 -> phrase(text, 1 + random.nextInt(LONGEST_PHRASE)).map(made -> made);
      case 4, 5 ->
          joined(phrase(text, 1 + random.nextInt(2)), phrase(text, 1)).map(parts -> new All(parts));
      case 6, 7 -> joined(category(paper), phrase(text, 1)).map(parts -> new All(parts));
      case 8 -> author(paper).map(made -> made);
      default ->
          joined(phrase(text, 2), phrase(text, 2))
              .flatMap(
                  either ->
                      phrase(text, 1)
                          .map(word -> new All(List.of(new Any(either), new Not(word)))));
    };
  }

  /** Many interests are made of one text; it is kept analysed as long as there is room. */
  private AnalyzedText analyzed(String text) {
    SoftReference<AnalyzedText> kept = analyzed.get(text);
    AnalyzedText known = kept == null ? null : kept.get();
    if (known != null) {
      return known;
    }
    AnalyzedText made = TextAnalyzer.analyze(text);
    analyzed.put(text, new SoftReference<>(made));
    return made;
  }

  private static Optional<List<Expression>> joined(
      Optional<? extends Expression> one, Optional<? extends Expression> other) {
    return one.flatMap(first -> other.map(second -> List.<Expression>of(first, second)));
  }

  /** So many words of a text after one another, none of which is short. */
  private Optional<Clause> phrase(AnalyzedText text, int words) {
    int size = text.words().size();
    if (size < words) {
      return Optional.empty();
    }
    int from = random.nextInt(size - words + 1);
    for (int i = from; i < from + words; i++) {
      boolean parted = i > from && text.words().get(i).link() == Link.BREAK;
      if (parted || text.words().get(i).form().length() < SHORTEST_WORD) {
        return Optional.empty();
      }
    }
    int rarest =
        text.words().subList(from, from + words).stream()
            .mapToInt(word -> papersWith.getOrDefault(word.form(), 0))
            .min()
            .orElseThrow();
    int share = words == 1 ? TELLS_APART : TELLS_APART_IN_PHRASE;
    if (rarest > Math.max(LEAST_PAPERS, papers.size() / share)) {
      return Optional.empty();
    }
    String written = text.asWritten(from, from + words);
    return written.indexOf('"') >= 0
        ? Optional.empty()
        : Optional.of(new Clause.Words(Scope.ANYWHERE, written));
  }

  private Optional<Clause> category(Paper paper) {
    return paper.categories().stream()
        .findFirst()
        .map(
            code -> {
              String archive = ArxivCategories.archiveOf(code);
              return random.nextInt(5) == 0 && archive.length() < code.length()
                  ? new Clause.Archive(archive)
                  : Clause.inCategory(code);
            });
  }

  /** One of the authors, every other time with an initial only. */
  private Optional<Clause> author(Paper paper) {
    if (paper.authors().isEmpty()) {
      return Optional.empty();
    }
    String name = paper.authors().get(random.nextInt(paper.authors().size())).name().strip();
    int space = name.lastIndexOf(' ');
    boolean shorten = space > 0 && random.nextBoolean();
    String wanted =
        shorten
            ? name.substring(0, name.offsetByCodePoints(0, 1)) + "." + name.substring(space)
            : name;
    return AuthorName.of(wanted).isPresent() && wanted.indexOf('"') < 0 && wanted.length() < 200
        ? Optional.of(new Clause.Author(wanted))
        : Optional.empty();
  }
}
