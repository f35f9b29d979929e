package io.paperwire.notify.matching;

import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.notify.matching.Reason.Kind;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.AuthorName;
import io.paperwire.text.Phrase;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at every interest of every subscriber, one by one: slow, and too simple to be wrong. */
final class NaiveMatcher {

  private final Vocabulary vocabulary;
  private final Map<String, Subscription> subscriptions = new HashMap<>();

  NaiveMatcher(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void put(Subscription subscription) {
    subscriptions.merge(
        subscription.subscriberId(),
        subscription,
        (old, next) -> next.revision() > old.revision() ? next : old);
  }

  void remove(String subscriberId) {
    subscriptions.remove(subscriberId);
  }

  List<Match> match(Paper paper) {
    List<Match> matches = new ArrayList<>();
    for (Subscription subscription : subscriptions.values()) {
      List<Reason> reasons =
          subscription.interests().stream()
              .flatMap(interest -> reason(interest, paper).stream())
              .toList();
      if (!reasons.isEmpty()) {
        matches.add(new Match(subscription.subscriberId(), reasons));
      }
    }
    return matches;
  }

  private Optional<Reason> reason(Interest interest, Paper paper) {
    return switch (interest) {
      case InTopic topic -> topic(topic, paper);
      case InPhrase phrase ->
          phrase(phrase, paper.title(), 0.9).or(() -> phrase(phrase, paper.abstractText(), 0.7));
      case InAuthor author -> author(author, paper);
    };
  }

  private Optional<Reason> topic(InTopic interest, Paper paper) {
    String name =
        vocabulary.topic(interest.topicId()).map(ResearchTopic::label).orElse(interest.topicId());
    Optional<Reason> best = Optional.empty();
    for (Paper.Tag tag : paper.topics()) {
      boolean same = tag.topicId().equals(interest.topicId());
      boolean narrower = vocabulary.narrower(interest.topicId()).contains(tag.topicId());
      if ((same || narrower) && best.map(Reason::score).orElse(-1.0) < tag.score()) {
        String words = String.join(", ", tag.evidence());
        String evidence =
            words.isEmpty() ? tag.label() : same ? words : tag.label() + " (" + words + ")";
        best = Optional.of(new Reason(Kind.TOPIC, interest.id(), name, evidence, tag.score()));
      }
    }
    return best;
  }

  private static Optional<Reason> phrase(InPhrase interest, String text, double score) {
    Phrase phrase = Phrase.of(interest.text()).orElseThrow();
    AnalyzedText analyzed = TextAnalyzer.analyze(text);
    for (int from = 0; from < analyzed.words().size(); from++) {
      for (int to = from + 1; to <= analyzed.words().size(); to++) {
        if (says(analyzed, from, to, phrase)) {
          String evidence = analyzed.asWritten(from, to);
          return Optional.of(
              new Reason(Kind.PHRASE, interest.id(), interest.text(), evidence, score));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean says(AnalyzedText text, int from, int to, Phrase phrase) {
    List<Word> words = text.words().subList(from, to);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      letters.append(word.form());
      if (i > 0 && word.link() == Link.BREAK) {
        return false;
      }
      boolean apart = i > 0 && word.link() == Link.SPACE && words.size() > phrase.words();
      if (apart && (word.form().length() < 3 || words.get(i - 1).form().length() < 3)) {
        return false;
      }
    }
    return letters.toString().equals(phrase.key())
        && (!phrase.capitals() || isAcronym(text.asWritten(from, to), phrase.text()));
  }

  private static boolean isAcronym(String written, String phrase) {
    String singular = written.replaceAll("(?<=\\p{Lu})s$", "");
    return singular.equals(phrase.replaceAll("(?<=\\p{Lu})s$", ""))
        || singular.equals(singular.toUpperCase(java.util.Locale.ROOT));
  }

  private static Optional<Reason> author(InAuthor interest, Paper paper) {
    AuthorName wanted = AuthorName.of(interest.name()).orElseThrow();
    Optional<Reason> best = Optional.empty();
    for (String author : paper.authors()) {
      double score =
          switch (AuthorName.of(author).orElseThrow().agreementWith(wanted)) {
            case NONE -> -1;
            case FAMILY_NAME -> 0.3;
            case INITIALS -> 0.6;
            case GIVEN_NAMES -> 0.9;
          };
      if (score > best.map(Reason::score).orElse(0.0)) {
        best = Optional.of(new Reason(Kind.AUTHOR, interest.id(), interest.name(), author, score));
      }
    }
    return best;
  }
}
