package io.paperwire.index;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.text.AuthorName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A paper whose text was analysed. It is read once, by {@link PaperReader}, and may then be asked
 * by any number of indexes and threads.
 */
public final class ReadPaper {

  private final Paper paper;
  private final ReadText title;
  private final ReadText body;
  private final List<Expansion> expansions;
  private final List<Person> persons;
  private final long[] marks;
  private final Map<String, Topic> topics;

  /** A place where a text says an acronym that the paper explains. */
  record Expansion(Scope scope, int from, int to, long key) {}

  /** An author. */
  static final class Person {
    private final Paper.Author author;
    private final AuthorName name;
    private final int[] given;

    Person(Paper.Author author, AuthorName name) {
      this.author = author;
      this.name = name;
      this.given = name.given();
    }

    Paper.Author author() {
      return author;
    }

    AuthorName name() {
      return name;
    }

    int[] given() {
      return given;
    }
  }

  /** A topic of the paper, or one that is broader, and the tag that speaks for it. */
  record Topic(String id, int percent, Paper.Tag tag) {}

  ReadPaper(
      Paper paper,
      ReadText title,
      ReadText body,
      List<Expansion> expansions,
      List<Person> persons,
      long[] marks,
      Map<String, Topic> topics) {
    this.paper = paper;
    this.title = title;
    this.body = body;
    this.expansions = expansions;
    this.persons = persons;
    this.marks = marks;
    this.topics = topics;
  }

  /** The paper. */
  public Paper paper() {
    return paper;
  }

  ReadText text(Scope scope) {
    return switch (scope) {
      case TITLE -> title;
      case ABSTRACT -> body;
      case ANYWHERE -> throw new IllegalArgumentException("a text stands in one place");
    };
  }

  List<Expansion> expansions() {
    return expansions;
  }

  List<Person> persons() {
    return persons;
  }

  /** Keys of all that is simply there; topics have keys of their own. */
  long[] marks() {
    return marks;
  }

  Map<String, Topic> topics() {
    return topics;
  }

  /** What matches a phrase, and where; the title goes first. */
  Optional<Found> find(Feature.InText phrase) {
    for (Scope where : new Scope[] {Scope.TITLE, Scope.ABSTRACT}) {
      if (Variant.agreesWithScope(phrase.variant(), where)) {
        int[] run = text(where).find(phrase);
        if (run.length > 0) {
          return Optional.of(new Found(where, text(where).asWritten(run[0], run[1])));
        }
      }
    }
    return expanded(phrase);
  }

  private Optional<Found> expanded(Feature.InText phrase) {
    if (Variant.needsCapitals(phrase.variant())) {
      return Optional.empty();
    }
    return expansions.stream()
        .filter(
            expansion ->
                expansion.key() == phrase.key()
                    && Variant.agreesWithScope(phrase.variant(), expansion.scope()))
        .findFirst()
        .map(
            expansion ->
                new Found(
                    expansion.scope(),
                    text(expansion.scope()).asWritten(expansion.from(), expansion.to())));
  }

  /** Words of the paper and where they stand. */
  record Found(Scope where, String written) {}
}
