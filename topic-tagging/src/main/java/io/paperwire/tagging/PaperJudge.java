package io.paperwire.tagging;

import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.kind.JudgedKind;
import io.paperwire.tagging.kind.KindClassifier;
import io.paperwire.tagging.kind.PaperKind;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.LexicalTagger;
import io.paperwire.tagging.topic.SentenceTopics;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.tagging.topic.Tagger;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges papers by their text: topics by the phrases that stand in it and, once there is a sentence
 * vector, by what it means; the kind by its words; categories by both. Immutable; any number of
 * threads may ask.
 */
public final class PaperJudge {

  private static final Map<PaperKind, String> TOPICS =
      Map.of(
          PaperKind.BENCHMARK, "evaluation-and-benchmarks",
          PaperKind.DATASET, "datasets-and-corpora");

  private static final double OF_KIND = 0.9;

  private final Vocabulary vocabulary;
  private final Tagger named;
  private final SentenceTopics meant;
  private final KindClassifier kinds = new KindClassifier();
  private final CategoryModel categories;

  /**
   * A judge.
   *
   * @param vocabulary the topics that there are
   * @param named finds the topics that a text names
   * @param meant finds the topics that it means
   * @param categories predicts categories
   */
  public PaperJudge(
      Vocabulary vocabulary, Tagger named, SentenceTopics meant, CategoryModel categories) {
    this.vocabulary = vocabulary;
    this.named = named;
    this.meant = meant;
    this.categories = categories;
  }

  /** The judge that comes with Paperwire. */
  public static PaperJudge load(Vocabulary vocabulary) {
    return new PaperJudge(
        vocabulary, new LexicalTagger(vocabulary), SentenceTopics.load(), CategoryModel.load());
  }

  /**
   * What is thought of a paper. The categories that it was given do not decide the predicted ones.
   *
   * @param meaning its sentence vector, if there is one: it has further topics then, and the
   *     predicted categories are better
   */
  public Judgement judge(AnalyzedPaper paper, Optional<SentenceVector> meaning) {
    JudgedKind kind = kinds.classify(paper);
    return new Judgement(topics(paper, kind, meaning), kind, categories.predict(paper, meaning));
  }

  /**
   * The topics and the kind of a paper, for whoever needs no categories.
   *
   * @param meaning its sentence vector, if there is one
   */
  public Judgement judgeWithoutCategories(AnalyzedPaper paper, Optional<SentenceVector> meaning) {
    JudgedKind kind = kinds.classify(paper);
    return new Judgement(topics(paper, kind, meaning), kind, List.of());
  }

  /**
   * What it cannot tell from the vectors of a model, because it was learnt from those of another.
   *
   * @return some of {@code topics} and {@code categories}, as the commands that train them are
   *     called
   */
  public List<String> notLearntFrom(String model, String version) {
    List<String> unread = new ArrayList<>();
    if (!meant.isOf(model, version)) {
      unread.add("topics");
    }
    if (!categories.readsVectorsOf(model, version)) {
      unread.add("categories");
    }
    return List.copyOf(unread);
  }

  private List<Tag> topics(AnalyzedPaper paper, JudgedKind kind, Optional<SentenceVector> meaning) {
    List<Tag> tags = ofKind(named.tag(paper), kind);
    return meaning.map(vector -> withMeant(tags, meant.of(vector))).orElse(tags);
  }

  /**
   * Adds what is meant, unless it or a part of it is there already, or meant as well. What is named
   * stays: whoever heard of the paper by it is not told later that it was wrong.
   */
  private List<Tag> withMeant(List<Tag> named, List<SentenceTopics.Meant> meant) {
    List<Tag> all = new ArrayList<>(named);
    for (SentenceTopics.Meant further : meant) {
      vocabulary
          .topic(further.topic())
          .filter(_ -> all.size() < Tagger.MOST)
          .filter(topic -> all.stream().noneMatch(tag -> covers(tag.topic(), topic)))
          .filter(topic -> meant.stream().noneMatch(other -> isPart(other.topic(), topic)))
          .ifPresent(topic -> all.add(tag(topic, further)));
    }
    return best(all);
  }

  private static Tag tag(ResearchTopic topic, SentenceTopics.Meant meant) {
    return new Tag(topic.id(), topic.label(), meant.score(), List.of(Tag.like(meant.like())));
  }

  /** A paper that gives a benchmark or data is about that too. */
  private List<Tag> ofKind(List<Tag> tags, JudgedKind kind) {
    Optional<ResearchTopic> given =
        Optional.ofNullable(TOPICS.get(kind.kind())).flatMap(vocabulary::topic);
    if (given.isEmpty() || tags.stream().anyMatch(tag -> covers(tag.topic(), given.get()))) {
      return tags;
    }
    Tag further = new Tag(given.get().id(), given.get().label(), OF_KIND, kind.evidence());
    return best(Stream.concat(tags.stream(), Stream.of(further)).toList());
  }

  /** Those of one score stay in their order. */
  private static List<Tag> best(List<Tag> tags) {
    return tags.stream()
        .sorted(Comparator.comparingDouble(Tag::score).reversed())
        .limit(Tagger.MOST)
        .toList();
  }

  private boolean covers(String tag, ResearchTopic topic) {
    return tag.equals(topic.id()) || isPart(tag, topic);
  }

  private boolean isPart(String tag, ResearchTopic topic) {
    return vocabulary.broader(tag).contains(topic.id());
  }
}
