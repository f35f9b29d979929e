package io.paperwire.bench;

import io.paperwire.index.Paper;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import io.paperwire.text.Abbreviation;
import io.paperwire.text.Abbreviations;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.AuthorName;
import io.paperwire.text.AuthorName.Agreement;
import io.paperwire.text.Phrase;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import io.paperwire.text.Wording;
import io.paperwire.topics.ArxivCategories;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Papers and interests as terms: a phrase, a category, an author is one term each. Only what some
 * interest asks for becomes a term of a paper. Which words may be read as one is told here once
 * more, and not by {@link Word#isLooseFrom}: equal matches are evidence for both.
 */
final class LuceneTerms {

  private static final int SHORTEST_PART = 3;

  private final Set<String> wanted = new HashSet<>();
  private final Map<String, List<WantedName>> names = new HashMap<>();
  private int longest;

  private record WantedName(AuthorName name, String term) {}

  /** Takes down what an interest asks for. */
  void want(Expression interest) {
    switch (interest) {
      case Expression.All(List<Expression> parts) -> parts.forEach(this::want);
      case Expression.Any(List<Expression> parts) -> parts.forEach(this::want);
      case Expression.Not(Expression part) -> want(part);
      case Clause clause -> want(clause);
    }
  }

  private void want(Clause clause) {
    switch (clause) {
      case Clause.Words(_, String text) ->
          phrases(text).stream().flatMap(List::stream).forEach(this::want);
      case Clause.Author(String written) -> {
        AuthorName name = AuthorName.of(written).orElseThrow();
        if (wanted.add(term(clause))) {
          for (String family : name.familyKeys()) {
            names
                .computeIfAbsent(family, _ -> new ArrayList<>(1))
                .add(new WantedName(name, term(clause)));
          }
        }
      }
      case Clause.Category _, Clause.Archive _ -> wanted.add(term(clause));
      case Clause.Orcid _,
          Clause.Topic _,
          Clause.Source _,
          Clause.Happened _,
          Clause.Contributes _,
          Clause.HasCode _,
          Clause.Trending _ ->
          throw new IllegalArgumentException("not in the mix: " + clause);
    }
  }

  private void want(Phrase phrase) {
    if (wanted.add(term(phrase))) {
      longest = Math.max(longest, phrase.key().length());
    }
  }

  /**
   * The phrases of a text: of each list that is returned a paper needs one. Breaks part phrases,
   * and an acronym in brackets is another way to say what stands before it.
   */
  static List<List<Phrase>> phrases(String written) {
    AnalyzedText text = TextAnalyzer.analyze(written);
    List<int[]> runs = new ArrayList<>();
    for (int i = 0; i < text.words().size(); i++) {
      if (i == 0 || text.words().get(i).link() == Link.BREAK) {
        runs.add(new int[] {i, i});
      }
      runs.getLast()[1] = i + 1;
    }
    List<List<Phrase>> phrases = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      int[] run = runs.get(i);
      List<Phrase> ways = new ArrayList<>(wordings(text, run));
      Optional<Abbreviation> acronym =
          Abbreviations.find(text).stream().filter(each -> each.to() == run[1]).findFirst();
      if (acronym.isPresent()) {
        i++;
        if (acronym.get().from() == run[0]) {
          ways.addAll(wordings(text, runs.get(i)));
        }
      }
      phrases.add(ways);
    }
    return phrases;
  }

  private static List<Phrase> wordings(AnalyzedText text, int[] run) {
    return Wording.of(text, run[0], run[1]).stream().map(Wording::phrase).toList();
  }

  static String term(Phrase phrase) {
    return term(phrase.key(), phrase.words() == 1, phrase.capitals());
  }

  /** The term of a clause that is no words. */
  static String term(Clause clause) {
    return switch (clause) {
      case Clause.Author(String name) -> "a:" + name;
      case Clause.Category(String code) -> "c:" + code.toLowerCase(Locale.ROOT);
      case Clause.Archive(String name) -> "h:" + name.toLowerCase(Locale.ROOT);
      case Clause.Words _,
          Clause.Orcid _,
          Clause.Topic _,
          Clause.Source _,
          Clause.Happened _,
          Clause.Contributes _,
          Clause.HasCode _,
          Clause.Trending _ ->
          throw new IllegalArgumentException("has no term in the mix: " + clause);
    };
  }

  /** The terms of a paper. */
  Set<String> terms(Paper paper) {
    Set<String> terms = new HashSet<>();
    addPhrases(TextAnalyzer.analyze(paper.title()), terms);
    addPhrases(TextAnalyzer.analyze(paper.abstractText()), terms);
    for (String category : paper.categories()) {
      addWanted("c:" + category.toLowerCase(Locale.ROOT), terms);
      addWanted("h:" + ArxivCategories.archiveOf(category).toLowerCase(Locale.ROOT), terms);
    }
    for (Paper.Author author : paper.authors()) {
      AuthorName.of(author.name()).ifPresent(name -> addNames(name, terms));
    }
    return terms;
  }

  private void addPhrases(AnalyzedText text, Set<String> terms) {
    List<Word> words = text.words();
    StringBuilder letters = new StringBuilder();
    for (int from = 0; from < words.size(); from++) {
      letters.setLength(0);
      boolean whole = true;
      for (int to = from; to < words.size(); to++) {
        Word word = words.get(to);
        if (to > from) {
          if (word.link() == Link.BREAK) {
            break;
          }
          whole &= word.link() == Link.JOINED || (!isShort(word) && !isShort(words.get(to - 1)));
        }
        letters.append(word.form());
        if (letters.length() > longest) {
          break;
        }
        addPhrase(letters.toString(), whole, text, from, to + 1, terms);
      }
    }
  }

  private void addPhrase(
      String key, boolean whole, AnalyzedText text, int from, int to, Set<String> terms) {
    addWanted(term(key, false, false), terms);
    if (whole) {
      addWanted(term(key, true, false), terms);
    }
    if (Phrase.isInCapitals(text.asWritten(from, to))) {
      addWanted(term(key, false, true), terms);
      if (whole) {
        addWanted(term(key, true, true), terms);
      }
    }
  }

  private static boolean isShort(Word word) {
    return word.form().length() < SHORTEST_PART;
  }

  private void addNames(AuthorName author, Set<String> terms) {
    for (String family : author.familyKeys()) {
      for (WantedName candidate : names.getOrDefault(family, List.of())) {
        boolean unnamed = author.given()[0] == 0 && candidate.name().given()[0] > 0;
        if (!unnamed && candidate.name().agreementWith(author) != Agreement.NONE) {
          terms.add(candidate.term());
        }
      }
    }
  }

  private void addWanted(String term, Set<String> terms) {
    if (wanted.contains(term)) {
      terms.add(term);
    }
  }

  private static String term(String key, boolean single, boolean capitals) {
    return (single ? "w:" : "p:") + key + (capitals ? "^" : "");
  }
}
