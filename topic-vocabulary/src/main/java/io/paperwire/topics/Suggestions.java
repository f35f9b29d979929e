package io.paperwire.topics;

import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Completes what someone types to topics. */
final class Suggestions {

  /** Folded words, and what they spell together. */
  private record Spelled(List<String> words, String letters) {

    static Spelled of(String text) {
      List<String> words = TextAnalyzer.analyze(text).words().stream().map(Word::form).toList();
      return new Spelled(words, String.join("", words));
    }
  }

  /** A topic and one of its names. */
  private record Name(ResearchTopic topic, boolean label, Spelled spelled) {}

  /**
   * A topic that fits, and how well.
   *
   * @param rank the smaller, the better
   */
  private record Match(ResearchTopic topic, int rank) {}

  private static final int WHOLE = -2;
  private static final int INSIDE = 2;
  private static final int ALIAS = 1;

  private final List<List<Name>> names;

  Suggestions(List<ResearchTopic> topics) {
    names = topics.stream().map(Suggestions::names).toList();
  }

  List<ResearchTopic> find(String text, int limit) {
    Spelled typed = Spelled.of(text);
    if (typed.words().isEmpty()) {
      return List.of();
    }
    return names.stream()
        .flatMap(ofTopic -> best(ofTopic, typed).stream())
        .sorted(
            Comparator.comparingInt(Match::rank)
                .thenComparing(match -> match.topic().label().length())
                .thenComparing(match -> match.topic().label()))
        .limit(limit)
        .map(Match::topic)
        .toList();
  }

  private static Optional<Match> best(List<Name> ofTopic, Spelled typed) {
    List<Match> matches = new ArrayList<>();
    for (Name name : ofTopic) {
      position(name.spelled(), typed)
          .ifPresent(
              position ->
                  matches.add(
                      new Match(
                          name.topic(),
                          nearness(name.spelled(), typed, position) + (name.label() ? 0 : ALIAS))));
    }
    return matches.stream().min(Comparator.comparingInt(Match::rank));
  }

  private static int nearness(Spelled name, Spelled typed, int position) {
    if (position > 0) {
      return INSIDE;
    }
    return name.letters().equals(typed.letters()) ? WHOLE : 0;
  }

  /**
   * Where the words typed begin in a name: each begins one of its words, in order. A compound may
   * be typed in one word at the beginning of a name.
   */
  private static OptionalInt position(Spelled name, Spelled typed) {
    if (name.letters().startsWith(typed.letters())) {
      return OptionalInt.of(0);
    }
    List<String> words = name.words();
    int first = -1;
    int next = 0;
    for (String beginning : typed.words()) {
      while (next < words.size() && !words.get(next).startsWith(beginning)) {
        next++;
      }
      if (next == words.size()) {
        return OptionalInt.empty();
      }
      first = first < 0 ? next : first;
      next++;
    }
    return OptionalInt.of(first);
  }

  private static List<Name> names(ResearchTopic topic) {
    return Stream.concat(
            Stream.of(new Name(topic, true, Spelled.of(topic.label()))),
            Stream.concat(topic.aliases().stream(), topic.inContext().stream())
                .map(alias -> new Name(topic, false, Spelled.of(alias))))
        .toList();
  }
}
