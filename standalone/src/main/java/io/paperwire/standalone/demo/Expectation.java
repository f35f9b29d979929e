package io.paperwire.standalone.demo;

import io.paperwire.index.Judge;
import io.paperwire.index.Judgement;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.index.ReadPaper;
import io.paperwire.interest.Clause;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.TopicTag;
import io.paperwire.text.Phrase;
import io.paperwire.text.PhraseIndex;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.topics.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who must get what: each interest is held against each paper, one by one. */
final class Expectation {

  private final Vocabulary vocabulary;
  private final PaperReader reader;

  Expectation(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.reader = new PaperReader(vocabulary);
  }

  /**
   * What a subscriber is due.
   *
   * @param records all records of all papers, those of one paper in their order
   */
  Due of(SampleSubscriber subscriber, Collection<EnrichedPaper> records) {
    Set<String> must = new TreeSet<>();
    Set<String> may = new TreeSet<>();
    for (EnrichedPaper record : records) {
      if (wants(subscriber, record)) {
        must.add(record.getPaperId());
        may.add(record.getPaperId());
      } else {
        must.remove(record.getPaperId());
      }
    }
    return new Due(must, may);
  }

  /** Nobody is told of a withdrawn paper. */
  private boolean wants(SampleSubscriber subscriber, EnrichedPaper paper) {
    return switch (paper.getStatus()) {
      case WITHDRAWN -> false;
      case ACTIVE, PUBLISHED, UNKNOWN ->
          subscriber.topics().stream().anyMatch(topic -> isAbout(paper, topic))
              || subscriber.phrases().stream().anyMatch(phrase -> mentions(paper, phrase))
              || subscriber.authors().stream().anyMatch(name -> isBy(paper, name));
    };
  }

  private boolean isAbout(EnrichedPaper paper, String topic) {
    Set<String> narrower = vocabulary.narrower(topic);
    return paper.getTopics().stream()
        .map(TopicTag::getTopic)
        .anyMatch(tag -> tag.equals(topic) || narrower.contains(tag));
  }

  private static boolean mentions(EnrichedPaper paper, String phrase) {
    PhraseIndex<String> single = new PhraseIndex<>();
    single.add(Phrase.of(phrase).orElseThrow(), phrase);
    return Stream.of(paper.getTitle(), Optional.ofNullable(paper.getAbstractText()).orElse(""))
        .anyMatch(text -> !single.find(TextAnalyzer.analyze(text)).isEmpty());
  }

  /** Judged as an interest is: how names agree is the one thing that both sides have in common. */
  private boolean isBy(EnrichedPaper paper, String name) {
    List<Paper.Author> authors =
        paper.getAuthors().stream()
            .map(author -> new Paper.Author(author.getName(), Optional.empty()))
            .toList();
    ReadPaper read =
        reader.read(
            new Paper(
                paper.getPaperId(),
                paper.getTitle(),
                "",
                authors,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false));
    return switch (Judge.judge(new Clause.Author(name), read)) {
      case Judgement.Matches _ -> true;
      case Judgement.Misses _ -> false;
    };
  }
}
