package io.paperwire.topics;

import io.paperwire.topics.VocabularyFile.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All research topics and how they are related. Immutable. An id that the vocabulary does not know,
 * because an older version had it, has neither narrower nor broader topics.
 */
public final class Vocabulary {

  private static final String FOLDER = "vocabulary/";
  private static final String INDEX = "index.yaml";

  /** Read when it is first asked for, and once: whoever needs it may share it. */
  private static final class Supplied {
    private static final Vocabulary VOCABULARY = readSupplied();
  }

  private final SequencedMap<String, ResearchTopic> topics;
  private final Map<String, Set<String>> broader;
  private final Map<String, Set<String>> narrower;
  private final Suggestions suggestions;

  private Vocabulary(List<ResearchTopic> topics) {
    this.topics = new LinkedHashMap<>();
    topics.forEach(topic -> this.topics.put(topic.id(), topic));
    this.broader = closure(topics, ResearchTopic::broader);
    this.narrower = inverse(broader);
    this.suggestions = new Suggestions(topics);
  }

  /** The vocabulary that comes with Paperwire. */
  public static Vocabulary load() {
    return Supplied.VOCABULARY;
  }

  private static Vocabulary readSupplied() {
    List<Entry> entries = new ArrayList<>();
    for (String file : readResource(INDEX, VocabularyFile::readIndex)) {
      entries.addAll(readResource(file, VocabularyFile::read));
    }
    return of(entries);
  }

  /**
   * A vocabulary out of YAML.
   *
   * @param name the file's name, for messages
   * @throws VocabularyException if it has a mistake
   */
  public static Vocabulary read(String name, Reader text) {
    return of(VocabularyFile.read(name, text));
  }

  private static Vocabulary of(List<Entry> entries) {
    VocabularyChecks.check(entries);
    return new Vocabulary(entries.stream().map(Entry::topic).toList());
  }

  private static <T> T readResource(String name, BiFunction<String, Reader, T> reading) {
    try (InputStream bytes = Vocabulary.class.getResourceAsStream(FOLDER + name)) {
      if (bytes == null) {
        throw new IllegalStateException(FOLDER + name + " is missing in topic-vocabulary");
      }
      return reading.apply(name, new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The topic of an id. */
  public Optional<ResearchTopic> topic(String id) {
    return Optional.ofNullable(topics.get(id));
  }

  /** All topics, in the order of the files. */
  public Collection<ResearchTopic> topics() {
    return Collections.unmodifiableCollection(topics.values());
  }

  /** The ids of all topics that are part of a topic, directly or not; the topic itself is not. */
  public Set<String> narrower(String id) {
    return narrower.getOrDefault(id, Set.of());
  }

  /** The ids of all topics of which a topic is a part, directly or not; nearest first. */
  public Set<String> broader(String id) {
    return broader.getOrDefault(id, Set.of());
  }

  /**
   * The topics that someone may mean who has typed so much.
   *
   * @param text the beginnings of words of a label or an alias
   * @param limit how many at most
   * @return best first; none for a blank text
   */
  public List<ResearchTopic> suggest(String text, int limit) {
    return suggestions.find(text, limit);
  }

  private static Map<String, Set<String>> closure(
      List<ResearchTopic> topics, Function<ResearchTopic, List<String>> related) {
    Map<String, List<String>> direct = new HashMap<>();
    topics.forEach(topic -> direct.put(topic.id(), related.apply(topic)));
    Map<String, Set<String>> closure = new HashMap<>();
    for (ResearchTopic topic : topics) {
      Set<String> reached = new LinkedHashSet<>();
      Deque<String> open = new ArrayDeque<>(related.apply(topic));
      while (!open.isEmpty()) {
        String id = open.removeFirst();
        if (reached.add(id)) {
          open.addAll(direct.getOrDefault(id, List.of()));
        }
      }
      closure.put(topic.id(), Collections.unmodifiableSet(reached));
    }
    return closure;
  }

  private static Map<String, Set<String>> inverse(Map<String, Set<String>> broader) {
    Map<String, Set<String>> narrower = new HashMap<>();
    broader.forEach(
        (id, broaderIds) ->
            broaderIds.forEach(
                broaderId ->
                    narrower.computeIfAbsent(broaderId, key -> new LinkedHashSet<>()).add(id)));
    narrower.replaceAll((id, ids) -> Set.copyOf(ids));
    return narrower;
  }
}
