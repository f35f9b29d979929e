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

  /** A topic, one of its names, and that name's folded words. */
  private record Name(ResearchTopic topic, boolean label, List<String> words) {}

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
    List<String> typed = words(text);
    if (typed.isEmpty()) {
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

  private static Optional<Match> best(List<Name> ofTopic, List<String> typed) {
    List<Match> matches = new ArrayList<>();
    for (Name name : ofTopic) {
      position(name.words(), typed)
          .ifPresent(
              position ->
                  matches.add(
                      new Match(
                          name.topic(),
                          nearness(name.words(), typed, position) + (name.label() ? 0 : ALIAS))));
    }
    return matches.stream().min(Comparator.comparingInt(Match::rank));
  }

  private static int nearness(List<String> name, List<String> typed, int position) {
    if (position > 0) {
      return INSIDE;
    }
    return String.join("", name).equals(String.join("", typed)) ? WHOLE : 0;
  }

  /**
   * Where the words typed begin in a name: each begins one of its words, in order. A compound may
   * be typed in one word at the beginning of a name.
   */
  private static OptionalInt position(List<String> name, List<String> typed) {
    if (String.join("", name).startsWith(String.join("", typed))) {
      return OptionalInt.of(0);
    }
    int first = -1;
    int next = 0;
    for (String beginning : typed) {
      while (next < name.size() && !name.get(next).startsWith(beginning)) {
        next++;
      }
      if (next == name.size()) {
        return OptionalInt.empty();
      }
      first = first < 0 ? next : first;
      next++;
    }
    return OptionalInt.of(first);
  }

  private static List<Name> names(ResearchTopic topic) {
    return Stream.concat(
            Stream.of(new Name(topic, true, words(topic.label()))),
            Stream.concat(topic.aliases().stream(), topic.inContext().stream())
                .map(alias -> new Name(topic, false, words(alias))))
        .toList();
  }

  private static List<String> words(String text) {
    return TextAnalyzer.analyze(text).words().stream().map(Word::form).toList();
  }
}
