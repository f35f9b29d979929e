package io.paperwire.index;

import io.paperwire.index.ReadPaper.Expansion;
import io.paperwire.index.ReadPaper.Person;
import io.paperwire.index.ReadPaper.Topic;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.text.Abbreviation;
import io.paperwire.text.Abbreviations;
import io.paperwire.text.AuthorName;
import io.paperwire.text.LetterHash;
import io.paperwire.text.Phrase;
import io.paperwire.topics.ArxivCategories;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads papers. Has no state and may be used by several threads. */
public final class PaperReader {

  private static final int LONGEST_ACRONYM = 10;

  private final Vocabulary vocabulary;

  /**
   * A reader.
   *
   * @param vocabulary tells which topics are broader than those of a paper
   */
  public PaperReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Analyses a paper. */
  public ReadPaper read(Paper paper) {
    ReadText title = ReadText.of(paper.title());
    ReadText body = ReadText.of(paper.abstractText());
    return new ReadPaper(
        paper, title, body, expansions(title, body), persons(paper), marks(paper), topics(paper));
  }

  private static List<Expansion> expansions(ReadText title, ReadText body) {
    Map<Long, Long> longForms = new HashMap<>();
    for (ReadText text : List.of(title, body)) {
      for (Abbreviation found : Abbreviations.find(text.analyzed())) {
        long key = 0;
        for (int word = found.from(); word < found.to(); word++) {
          key = text.extended(key, word);
        }
        longForms.putIfAbsent(LetterHash.of(found.key()), key);
      }
    }
    if (longForms.isEmpty()) {
      return List.of();
    }
    List<Expansion> expansions = new ArrayList<>();
    collect(title, Scope.TITLE, longForms, expansions);
    collect(body, Scope.ABSTRACT, longForms, expansions);
    return List.copyOf(expansions);
  }

  private static void collect(
      ReadText text, Scope scope, Map<Long, Long> longForms, List<Expansion> expansions) {
    for (int from = 0; from < text.size(); from++) {
      long hash = 0;
      int length = 0;
      for (int to = from; to < text.size() && (to == from || text.isJoined(to)); to++) {
        length += text.length(to);
        if (length > LONGEST_ACRONYM) {
          break;
        }
        hash = text.extended(hash, to);
        Long longForm = longForms.get(hash);
        if (longForm != null && Phrase.isInCapitals(text.asWritten(from, to + 1))) {
          expansions.add(new Expansion(scope, from, to + 1, longForm));
        }
      }
    }
  }

  private static List<Person> persons(Paper paper) {
    List<Person> persons = new ArrayList<>(paper.authors().size());
    for (Paper.Author author : paper.authors()) {
      AuthorName.of(author.name()).ifPresent(name -> persons.add(new Person(author, name)));
    }
    return List.copyOf(persons);
  }

  private static long[] marks(Paper paper) {
    Set<Long> marks = new LinkedHashSet<>();
    paper.categories().forEach(code -> addCategory(code, marks));
    paper.likelyCategories().forEach(code -> addCategory(code, marks));
    paper.authors().stream()
        .flatMap(author -> author.orcid().stream())
        .forEach(orcid -> marks.add(Feature.orcid(orcid).key()));
    paper.sources().stream()
        .flatMap(source -> Clause.Source.namesOf(source).stream())
        .forEach(name -> marks.add(Feature.source(name).key()));
    paper.kind().ifPresent(kind -> marks.add(Feature.kind(kind).key()));
    paper
        .contribution()
        .ifPresent(contribution -> marks.add(Feature.contribution(contribution).key()));
    if (paper.code()) {
      marks.add(Feature.CODE.key());
    }
    if (paper.trending()) {
      marks.add(Feature.TRENDING.key());
    }
    return marks.stream().mapToLong(Long::longValue).toArray();
  }

  private static void addCategory(String code, Set<Long> marks) {
    marks.add(Feature.category(code).key());
    marks.add(Feature.archive(ArxivCategories.archiveOf(code)).key());
  }

  private Map<String, Topic> topics(Paper paper) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    for (Paper.Tag tag : paper.topics()) {
      collect(tag.topicId(), tag, topics);
      vocabulary.broader(tag.topicId()).forEach(broader -> collect(broader, tag, topics));
    }
    return topics;
  }

  /** The tag itself goes before a narrower one that is no surer. */
  private static void collect(String id, Paper.Tag tag, Map<String, Topic> topics) {
    topics.merge(
        id,
        new Topic(id, percent(tag.score()), tag),
        (first, next) -> next.tag().score() > first.tag().score() ? next : first);
  }

  /** Whole hundredths; 0.29 has 29 of them, whatever its binary fraction. */
  private static int percent(double score) {
    return (int) Math.floor(score * 100 + 1e-9);
  }
}
