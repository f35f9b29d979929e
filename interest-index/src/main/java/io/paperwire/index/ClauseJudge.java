package io.paperwire.index;

import io.paperwire.index.Formula.Every;
import io.paperwire.index.Formula.Literal;
import io.paperwire.index.Formula.Some;
import io.paperwire.index.Judge.Outcome;
import io.paperwire.index.ReadPaper.Found;
import io.paperwire.index.ReadPaper.Topic;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.InterestPrinter;
import io.paperwire.text.AuthorName;
import io.paperwire.text.AuthorName.Agreement;
import io.paperwire.text.GivenNames;
import io.paperwire.text.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges one clause on one paper at a time, with the evidence; what it reads of words it keeps. */
final class ClauseJudge {

  private static final double SCORE_IN_TITLE = 0.9;
  private static final double SCORE_IN_ABSTRACT = 0.7;
  private static final int MOST_EVIDENCE = 3;

  private final Map<Clause.Words, Formula> lowered = new HashMap<>();

  Outcome judge(Clause clause, ReadPaper paper) {
    return switch (clause) {
      case Clause.Words words -> words(words, paper);
      case Clause.Author author -> author(author, paper);
      case Clause.Orcid orcid -> orcid(orcid, paper);
      case Clause.Category wanted ->
          category(clause, paper, wanted::includes, "not in " + wanted.code());
      case Clause.Archive wanted ->
          category(clause, paper, wanted::includes, "not in " + wanted.name() + ".*");
      case Clause.Topic topic -> topic(topic, paper);
      case Clause.Source source -> source(source, paper);
      case Clause.Happened(Clause.Kind kind) ->
          held(
              clause,
              paper.paper().kind().filter(kind::equals).isPresent(),
              said(kind),
              () -> "it was not " + said(kind) + " last");
      case Clause.Contributes contributes -> contributes(contributes, paper);
      case Clause.HasCode _ -> held(clause, paper.paper().code(), "code", () -> "no code is known");
      case Clause.Trending _ ->
          held(clause, paper.paper().trending(), "trending", () -> "it is not trending");
    };
  }

  private static Outcome orcid(Clause.Orcid clause, ReadPaper paper) {
    return paper.paper().authors().stream()
        .filter(author -> author.orcid().filter(clause.id()::equalsIgnoreCase).isPresent())
        .findFirst()
        .map(author -> content(clause, author.name(), 1))
        .orElseGet(() -> fails(clause, () -> "no author has the ORCID iD " + clause.id()));
  }

  private static Outcome source(Clause.Source clause, ReadPaper paper) {
    return paper.paper().sources().stream()
        .filter(clause::includes)
        .sorted()
        .findFirst()
        .map(told -> filter(clause, told))
        .orElseGet(() -> fails(clause, () -> "no news came from " + clause.name()));
  }

  private static Outcome contributes(Clause.Contributes clause, ReadPaper paper) {
    String wanted = said(clause.contribution());
    Optional<Clause.Contribution> known = paper.paper().contribution();
    return held(
        clause,
        known.filter(clause.contribution()::equals).isPresent(),
        wanted,
        () ->
            known
                .map(other -> "it is a " + said(other) + " paper, not a " + wanted)
                .orElse("its kind is not known"));
  }

  /** A category that a source gives, or one that the words speak for. */
  private static Outcome category(
      Clause clause, ReadPaper paper, Predicate<String> wanted, String because) {
    Optional<String> given = paper.paper().categories().stream().filter(wanted).findFirst();
    return given
        .or(
            () ->
                paper.paper().likelyCategories().stream()
                    .filter(wanted)
                    .findFirst()
                    .map(likely -> likely + " by its words"))
        .map(category -> filter(clause, category))
        .orElseGet(() -> fails(clause, () -> "it is " + listed(paper) + ", " + because));
  }

  private Outcome words(Clause.Words clause, ReadPaper paper) {
    List<Found> found = new ArrayList<>();
    if (!collect(lower(clause), paper, found)) {
      return fails(
          clause,
          () -> "it does not say " + InterestPrinter.print(clause) + elsewhere(clause, paper));
    }
    boolean title = found.stream().allMatch(place -> place.where() == Scope.TITLE);
    String evidence = String.join(", ", found.stream().map(Found::written).distinct().toList());
    return content(clause, evidence, title ? SCORE_IN_TITLE : SCORE_IN_ABSTRACT);
  }

  private Formula lower(Clause.Words clause) {
    return lowered.computeIfAbsent(clause, Lowering::lower);
  }

  private static boolean collect(Formula formula, ReadPaper paper, List<Found> found) {
    return switch (formula) {
      case Every(List<Formula> parts) ->
          parts.stream().allMatch(part -> collect(part, paper, found));
      case Some(List<Formula> parts) ->
          parts.stream().anyMatch(part -> collect(part, paper, found));
      case Literal(Feature.InText phrase, _) -> {
        Optional<Found> place = paper.find(phrase);
        place.ifPresent(found::add);
        yield place.isPresent();
      }
      case Literal(Feature other, _) -> throw new IllegalStateException("no words: " + other);
    };
  }

  private String elsewhere(Clause.Words clause, ReadPaper paper) {
    boolean said =
        clause.scope() != Scope.ANYWHERE
            && collect(
                lower(new Clause.Words(Scope.ANYWHERE, clause.text())), paper, new ArrayList<>());
    return said ? ", though it does elsewhere" : "";
  }

  /** The author who agrees most. */
  private static Outcome author(Clause.Author clause, ReadPaper paper) {
    AuthorName wanted = AuthorName.of(clause.name()).orElseThrow();
    return paper.persons().stream()
        .map(person -> new Reason(clause, person.author().name(), sureness(wanted, person.name())))
        .filter(reason -> reason.score() > 0)
        .max(Comparator.comparingDouble(Reason::score))
        .map(reason -> content(clause, reason.evidence(), reason.score()))
        .orElseGet(() -> fails(clause, () -> "no author is called " + clause.name()));
  }

  /** A family name alone does not stand for a person of whom more was asked. */
  private static double sureness(AuthorName wanted, AuthorName author) {
    if (GivenNames.initial(wanted.given(), 0) != 0 && GivenNames.initial(author.given(), 0) == 0) {
      return 0;
    }
    Agreement agreement = wanted.agreementWith(author);
    return switch (agreement) {
      case NONE -> 0;
      case FAMILY_NAME -> 0.3;
      case INITIALS -> 0.6;
      case GIVEN_NAMES -> 0.9;
    };
  }

  private static Outcome topic(Clause.Topic clause, ReadPaper paper) {
    Topic topic = paper.topics().get(clause.id());
    if (topic == null) {
      return fails(clause, () -> "it is not tagged with " + clause.id());
    }
    if (topic.percent() < clause.leastPercent()) {
      return fails(
          clause,
          () ->
              String.format(
                  Locale.ROOT,
                  "%s has a score of %.2f, less than %.2f",
                  topic.tag().topicId(),
                  topic.percent() / 100.0,
                  clause.leastPercent() / 100.0));
    }
    return content(clause, evidence(topic.tag()), topic.tag().score());
  }

  /**
   * The name of the topic, which may be a narrower one than was asked for, and in brackets the
   * paper's words for it. Those that differ by case, hyphens or the plural only would say the same
   * again.
   */
  private static String evidence(Paper.Tag tag) {
    Set<String> said = new HashSet<>();
    said.add(key(tag.label()));
    String words =
        tag.evidence().stream()
            .filter(word -> said.add(key(word)))
            .limit(MOST_EVIDENCE)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? tag.label() : tag.label() + " (" + words + ")";
  }

  private static String key(String words) {
    return Phrase.of(words).map(Phrase::key).orElse(words);
  }

  private static String listed(ReadPaper paper) {
    Stream<String> given = paper.paper().categories().stream();
    Stream<String> likely =
        paper.paper().likelyCategories().stream().map(code -> code + " by its words");
    String all = Stream.concat(given, likely).collect(Collectors.joining(", "));
    return all.isEmpty() ? "in no category" : "in " + all;
  }

  private static String said(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Outcome held(
      Clause clause, boolean holds, String evidence, Supplier<String> because) {
    return holds ? filter(clause, evidence) : fails(clause, because);
  }

  private static Outcome content(Clause clause, String evidence, double score) {
    return new Outcome.Holds(
        List.of(new Reason(clause, evidence, score)), OptionalDouble.of(score));
  }

  private static Outcome filter(Clause clause, String evidence) {
    return new Outcome.Holds(List.of(new Reason(clause, evidence, 1)), OptionalDouble.empty());
  }

  private static Outcome fails(Clause clause, Supplier<String> because) {
    return new Outcome.Fails(clause, because);
  }
}
