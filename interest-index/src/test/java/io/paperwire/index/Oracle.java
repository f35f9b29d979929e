package io.paperwire.index;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import io.paperwire.text.Abbreviation;
import io.paperwire.text.Abbreviations;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.AuthorName;
import io.paperwire.text.AuthorName.Agreement;
import io.paperwire.text.GivenNames;
import io.paperwire.text.Phrase;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import io.paperwire.text.Wording;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers as plainly as possible, on strings, clause by clause, and slowly. It repeats rules of the
 * index in its own words, such as which words may be read as one, so that a mistake in one of both
 * shows.
 */
final class Oracle {

  private final Vocabulary vocabulary;

  Oracle(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  boolean matches(Expression expression, Paper paper) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) ->
          parts.stream().allMatch(part -> matches(part, paper));
      case Expression.Any(List<Expression> parts) ->
          parts.stream().anyMatch(part -> matches(part, paper));
      case Expression.Not(Expression part) -> !matches(part, paper);
      case Clause clause -> holds(clause, paper);
    };
  }

  private boolean holds(Clause clause, Paper paper) {
    return switch (clause) {
      case Clause.Words words -> says(words, paper);
      case Clause.Author(String name) ->
          paper.authors().stream()
              .flatMap(author -> AuthorName.of(author.name()).stream())
              .anyMatch(author -> agree(AuthorName.of(name).orElseThrow(), author));
      case Clause.Orcid(String id) ->
          paper.authors().stream()
              .anyMatch(author -> author.orcid().filter(id::equals).isPresent());
      case Clause.Category(String code) -> categories(paper).anyMatch(code::equalsIgnoreCase);
      case Clause.Archive(String name) ->
          categories(paper)
              .anyMatch(category -> category.split("\\.", -1)[0].equalsIgnoreCase(name));
      case Clause.Topic(String id, int least) ->
          paper.topics().stream()
              .filter(tag -> Math.round(tag.score() * 1000) >= least * 10L)
              .anyMatch(
                  tag ->
                      tag.topicId().equals(id) || vocabulary.broader(tag.topicId()).contains(id));
      case Clause.Source(String name) ->
          paper.sources().stream()
              .anyMatch(source -> source.equals(name) || source.startsWith(name + "-"));
      case Clause.Happened(Clause.Kind kind) -> paper.kind().filter(kind::equals).isPresent();
      case Clause.Contributes(Clause.Contribution contribution) ->
          paper.contribution().filter(contribution::equals).isPresent();
      case Clause.HasCode _ -> paper.code();
      case Clause.Trending _ -> paper.trending();
    };
  }

  private static Stream<String> categories(Paper paper) {
    return Stream.concat(paper.categories().stream(), paper.likelyCategories().stream());
  }

  private static boolean agree(AuthorName wanted, AuthorName author) {
    return wanted.agreementWith(author) != Agreement.NONE
        && (GivenNames.initial(wanted.given(), 0) == 0
            || GivenNames.initial(author.given(), 0) != 0);
  }

  /** Parts between breaks, and instead of a whole part the acronym that follows it in brackets. */
  private static boolean says(Clause.Words clause, Paper paper) {
    AnalyzedText text = TextAnalyzer.analyze(clause.text());
    List<List<Word>> parts = new ArrayList<>();
    for (Word word : text.words()) {
      if (word.link() == Link.BREAK) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(word);
    }
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      int begin = from;
      int end = begin + parts.get(i).size();
      from = end;
      boolean said = says(text, parts.get(i), clause.scope(), paper);
      for (Abbreviation abbreviation : Abbreviations.find(text)) {
        if (abbreviation.to() == end && i + 1 < parts.size()) {
          said |=
              abbreviation.from() == begin && says(text, parts.get(i + 1), clause.scope(), paper);
          from += parts.get(i + 1).size();
          i++;
          break;
        }
      }
      if (!said) {
        return false;
      }
    }
    return true;
  }

  private static boolean says(AnalyzedText text, List<Word> words, Scope scope, Paper paper) {
    int from = text.words().indexOf(words.getFirst());
    return Wording.of(text, from, from + words.size()).stream()
        .anyMatch(wording -> says(wording.phrase(), scope, paper));
  }

  private static boolean says(Phrase phrase, Scope scope, Paper paper) {
    AnalyzedText title = TextAnalyzer.analyze(paper.title());
    AnalyzedText body = TextAnalyzer.analyze(paper.abstractText());
    boolean inTitle = contains(title, phrase) || explains(title, List.of(title, body), phrase);
    boolean inBody = contains(body, phrase) || explains(body, List.of(title, body), phrase);
    return switch (scope) {
      case TITLE -> inTitle;
      case ABSTRACT -> inBody;
      case ANYWHERE -> inTitle || inBody;
    };
  }

  private static boolean contains(AnalyzedText text, Phrase phrase) {
    List<Word> words = text.words();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder letters = new StringBuilder(words.get(from).form());
      boolean whole = true;
      int to = from + 1;
      while (true) {
        if (letters.toString().equals(phrase.key())
            && (whole || phrase.words() > 1)
            && (!phrase.capitals() || Phrase.isInCapitals(text.asWritten(from, to)))) {
          return true;
        }
        if (to == words.size() || words.get(to).link() == Link.BREAK) {
          break;
        }
        Word next = words.get(to);
        boolean parted =
            next.link() == Link.SPACE
                && Math.min(next.form().length(), words.get(to - 1).form().length()) < 3;
        whole &= !parted;
        letters.append(next.form());
        to++;
      }
    }
    return false;
  }

  /** Whether a text says an acronym for which the paper gives the phrase as its long form. */
  private static boolean explains(AnalyzedText where, List<AnalyzedText> paper, Phrase phrase) {
    if (phrase.capitals()) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (AnalyzedText text : paper) {
      for (Abbreviation abbreviation : Abbreviations.find(text)) {
        StringBuilder longForm = new StringBuilder();
        text.words()
            .subList(abbreviation.from(), abbreviation.to())
            .forEach(word -> longForm.append(word.form()));
        boolean first = seen.add(abbreviation.key());
        if (first
            && longForm.toString().equals(phrase.key())
            && saysAcronym(where, abbreviation.key())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean saysAcronym(AnalyzedText text, String key) {
    List<Word> words = text.words();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder letters = new StringBuilder();
      for (int to = from; to < words.size(); to++) {
        if (to > from && words.get(to).link() != Link.JOINED) {
          break;
        }
        letters.append(words.get(to).form());
        if (letters.toString().equals(key) && Phrase.isInCapitals(text.asWritten(from, to + 1))) {
          return true;
        }
      }
    }
    return false;
  }
}
