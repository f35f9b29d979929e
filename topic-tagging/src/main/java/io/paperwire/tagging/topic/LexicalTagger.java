package io.paperwire.tagging.topic;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.text.Phrase;
import io.paperwire.text.PhraseIndex;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tags a paper by the words of its title and abstract. Immutable. */
public final class LexicalTagger implements Tagger {

  private final PhraseIndex<Meaning> index = new PhraseIndex<>();
  private final Neighbourhood neighbourhood;
  private final Combinations combinations;
  private final Scoring scoring;

  /** A tagger with the topics of a vocabulary, calibrated as it comes with Paperwire. */
  public LexicalTagger(Vocabulary vocabulary) {
    this(vocabulary, Calibration.load());
  }

  /** A tagger with the topics of a vocabulary. */
  public LexicalTagger(Vocabulary vocabulary, Calibration calibration) {
    neighbourhood = new Neighbourhood(vocabulary);
    combinations = new Combinations(vocabulary);
    scoring = new Scoring(vocabulary, neighbourhood, calibration);
    Map<String, Integer> uses = new HashMap<>();
    for (ResearchTopic topic : vocabulary.topics()) {
      topic.inContext().forEach(text -> uses.merge(phrase(text).key(), 1, Integer::sum));
    }
    for (ResearchTopic topic : vocabulary.topics()) {
      String name = phrase(topic.label()).key();
      for (String text : topic.phrases()) {
        Phrase phrase = phrase(text);
        index.add(phrase, new Meaning(topic, false, false, name.contains(phrase.key())));
      }
      for (String text : topic.inContext()) {
        Phrase phrase = phrase(text);
        boolean shared = uses.getOrDefault(phrase.key(), 1) > 1;
        index.add(phrase, new Meaning(topic, true, shared, name.contains(phrase.key())));
      }
    }
  }

  @Override
  public List<Tag> tag(AnalyzedPaper paper) {
    List<String> categories = paper.paper().categories();
    List<Passage> passages = List.of(Passage.title(paper, index), Passage.abstractOf(paper, index));
    Map<String, Evidence> evidence = new Reading(passages, categories, neighbourhood).evidence();
    combinations.addTo(evidence);
    return scoring.tags(evidence, categories);
  }

  private static Phrase phrase(String text) {
    return Phrase.of(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' has no letter"));
  }
}
