package io.paperwire.notify.matching;

import io.paperwire.notify.matching.Followers.Following;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.Hit;
import io.paperwire.text.Phrase;
import io.paperwire.text.PhraseIndex;
import io.paperwire.text.TextAnalyzer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Interests in phrases, filed under the letters of the whole phrase. */
final class PhraseFile implements InterestFile<InPhrase> {

  private static final double SCORE_IN_TITLE = 0.9;
  private static final double SCORE_IN_ABSTRACT = 0.7;

  private final PhraseIndex<Followers> index = new PhraseIndex<>();
  private final Map<Meaning, Condition> conditions = new HashMap<>();

  private record Condition(Phrase phrase, Followers followers) {}

  /** What tells one phrase from another: how it is written matters to acronyms only. */
  private record Meaning(String key, int words, String acronym) {
    static Meaning of(Phrase phrase) {
      return new Meaning(phrase.key(), phrase.words(), phrase.capitals() ? phrase.text() : "");
    }
  }

  @Override
  public void add(InPhrase interest, Following following) {
    Phrase phrase = interest.phrase();
    conditions.computeIfAbsent(Meaning.of(phrase), _ -> open(phrase)).followers().add(following);
  }

  private Condition open(Phrase phrase) {
    Condition condition = new Condition(phrase, new Followers());
    index.add(phrase, condition.followers());
    return condition;
  }

  @Override
  public void remove(InPhrase interest, Following following) {
    conditions.computeIfPresent(
        Meaning.of(interest.phrase()),
        (_, condition) -> {
          condition.followers().remove(following);
          if (!condition.followers().isEmpty()) {
            return condition;
          }
          index.remove(condition.phrase(), condition.followers());
          return null;
        });
  }

  @Override
  public List<Finding> match(Paper paper) {
    Map<Followers, Finding> found = new LinkedHashMap<>();
    collect(paper.title(), SCORE_IN_TITLE, found);
    collect(paper.abstractText(), SCORE_IN_ABSTRACT, found);
    return List.copyOf(found.values());
  }

  private void collect(String text, double score, Map<Followers, Finding> found) {
    AnalyzedText analyzed = TextAnalyzer.analyze(text);
    for (Hit<Followers> hit : index.find(analyzed)) {
      found.computeIfAbsent(
          hit.value(),
          followers ->
              new Finding(
                  followers, Reason.Kind.PHRASE, analyzed.asWritten(hit.from(), hit.to()), score));
    }
  }
}
