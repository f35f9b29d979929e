package io.paperwire.notify.web.catalogue;

import static java.util.stream.Collectors.joining;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.AuthorName;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word.Link;
import io.paperwire.text.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the database can do for an interest: a condition that every paper meets which the interest
 * matches, and few others do, and how well a paper fits. Whether it matches is then judged by the
 * code that judges alerts.
 */
final class SearchPlan {

  private static final String TRUE = "true";

  private final Map<String, Object> values = new HashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final String condition;

  private SearchPlan(Expression expression) {
    this.condition = necessary(expression);
    wanted(expression);
  }

  static SearchPlan of(Expression expression) {
    return new SearchPlan(expression);
  }

  /** A condition in SQL on papers as {@code p}. */
  String condition() {
    return condition;
  }

  /** The values that the condition names. */
  Map<String, Object> values() {
    return Map.copyOf(values);
  }

  /** A {@code tsquery} of all words and authors that are asked for, to rank by; empty if none. */
  Optional<String> ranking() {
    return asked.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", asked));
  }

  private String necessary(Expression expression) {
    return switch (expression) {
      case Expression.All(List<Expression> parts) -> joined(parts, " and ");
      case Expression.Any(List<Expression> parts) -> joined(parts, " or ");
      case Expression.Not(Expression part) ->
          part instanceof Clause clause && isExact(clause)
              ? "not coalesce((" + clause(clause) + "), false)"
              : TRUE;
      case Clause clause -> clause(clause);
    };
  }

  private String joined(List<Expression> parts, String operator) {
    return parts.stream().map(this::necessary).collect(joining(operator, "(", ")"));
  }

  /** Whether the condition of a clause is met by no other paper. */
  private static boolean isExact(Clause clause) {
    return switch (clause) {
      case Clause.Category _,
          Clause.Archive _,
          Clause.Source _,
          Clause.Happened _,
          Clause.Contributes _,
          Clause.HasCode _,
          Clause.Trending _ ->
          true;
      case Clause.Topic(_, int leastPercent) -> leastPercent == 0;
      case Clause.Words _, Clause.Author _, Clause.Orcid _ -> false;
    };
  }

  private String clause(Clause clause) {
    return switch (clause) {
      case Clause.Words(_, String text) -> words(text);
      case Clause.Author(String name) -> "p.words @@ " + named(authors(name)) + "::tsquery";
      case Clause.Orcid(String id) -> named(id) + " = any(p.orcids)";
      case Clause.Category(String code) ->
          "exists (select 1 from unnest(p.categories || p.likely_categories) c where lower(c) = "
              + named(code.toLowerCase(Locale.ROOT))
              + ")";
      case Clause.Archive(String name) ->
          "exists (select 1 from unnest(p.categories || p.likely_categories) c where"
              + " split_part(lower(c), '.', 1) = "
              + named(name.toLowerCase(Locale.ROOT))
              + ")";
      case Clause.Topic(String id, _) ->
          "exists (select 1 from paper_topics t where t.paper_id = p.paper_id and t.topic = "
              + named(id)
              + ")";
      case Clause.Source(String name) ->
          "exists (select 1 from unnest(p.sources) s where s = "
              + named(name)
              + " or starts_with(s, "
              + named(name + "-")
              + "))";
      case Clause.Happened(Clause.Kind kind) -> "p.last_change = " + named(kind.name());
      case Clause.Contributes(Clause.Contribution contribution) ->
          "p.contribution = " + named(contribution.name());
      case Clause.HasCode _ -> "'code' = any(p.link_rels)";
      case Clause.Trending _ -> "p.trending_until > now()";
    };
  }

  /**
   * Of a phrase that text may write in more words than three, two at its beginning or at its end
   * are asked for, or all its words one by one, because a longer run is no lexeme. Parts between
   * breaks are phrases of their own; an acronym in brackets is another way to say what stands
   * before it, so it is not asked for. Words in small letters may have several wordings.
   */
  private String words(String written) {
    List<List<Wording>> phrases = phrases(written);
    boolean brackets = written.indexOf('(') >= 0;
    String operator = brackets && phrases.size() > 1 ? " or " : " and ";
    return phrases.stream()
        .map(wordings -> matches(waysOfAll(wordings)))
        .collect(joining(operator, "(", ")"));
  }

  private String matches(Set<List<String>> ways) {
    return "p.words @@ " + named(query(ways, "AD")) + "::tsquery";
  }

  private static Set<List<String>> waysOfAll(List<Wording> wordings) {
    Set<List<String>> ways = new LinkedHashSet<>();
    wordings.forEach(wording -> ways.addAll(ways(wording.forms())));
    return ways;
  }

  /** Lexemes of which one set is there whole, however text divides the phrase into words. */
  private static Set<List<String>> ways(List<String> phrase) {
    Set<List<String>> ways = new LinkedHashSet<>();
    ways.add(List.of(String.join("", phrase)));
    if (phrase.size() >= SearchWords.TOGETHER) {
      ways.add(List.of(String.join("", phrase.subList(0, 2))));
      ways.add(List.of(String.join("", phrase.subList(phrase.size() - 2, phrase.size()))));
    }
    ways.add(phrase);
    for (int joined = 0; joined + 1 < phrase.size(); joined++) {
      List<String> words = new ArrayList<>(phrase);
      words.set(joined, words.get(joined) + words.remove(joined + 1));
      ways.add(words);
    }
    return ways;
  }

  /** The phrases between breaks, each in all its wordings. */
  private static List<List<Wording>> phrases(String written) {
    AnalyzedText text = TextAnalyzer.analyze(written);
    int size = text.words().size();
    List<List<Wording>> phrases = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= size; to++) {
      if (to == size || text.words().get(to).link() == Link.BREAK) {
        phrases.add(Wording.of(text, from, to));
        from = to;
      }
    }
    return phrases;
  }

  private static String authors(String name) {
    return query(
        AuthorName.of(name).orElseThrow().familyKeys().stream()
            .map(List::of)
            .collect(Collectors.toSet()),
        "B");
  }

  private static String query(Set<List<String>> ways, String weights) {
    return ways.stream()
        .map(
            lexemes ->
                lexemes.stream()
                    .map(lexeme -> SearchWords.quoted(lexeme) + ":" + weights)
                    .collect(joining(" & ")))
        .map(all -> all.contains(" & ") ? "(" + all + ")" : all)
        .sorted()
        .distinct()
        .collect(joining(" | "));
  }

  private String named(Object value) {
    String name = "v" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  private void wanted(Expression expression) {
    switch (expression) {
      case Expression.All(List<Expression> parts) -> parts.forEach(this::wanted);
      case Expression.Any(List<Expression> parts) -> parts.forEach(this::wanted);
      case Expression.Not _ -> {}
      case Clause.Words(_, String text) ->
          phrases(text).forEach(phrase -> asked.add(query(waysOfAll(phrase), "AD")));
      case Clause.Author(String name) -> asked.add(authors(name));
      case Clause _ -> {}
    }
  }
}
