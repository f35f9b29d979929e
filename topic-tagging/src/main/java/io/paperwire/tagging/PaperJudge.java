package io.paperwire.tagging;

import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.kind.JudgedKind;
import io.paperwire.tagging.kind.KindClassifier;
import io.paperwire.tagging.kind.PaperKind;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.LexicalTagger;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.tagging.topic.Tagger;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges papers by their text. Immutable; any number of threads may ask. */
public final class PaperJudge {

  private static final Map<PaperKind, String> TOPICS =
      Map.of(
          PaperKind.BENCHMARK, "evaluation-and-benchmarks",
          PaperKind.DATASET, "datasets-and-corpora");

  private static final double OF_KIND = 0.9;

  private final Vocabulary vocabulary;
  private final Tagger topics;
  private final KindClassifier kinds = new KindClassifier();
  private final CategoryModel categories;

  /**
   * A judge.
   *
   * @param vocabulary the topics that there are
   * @param topics finds the topics
   * @param categories predicts categories
   */
  public PaperJudge(Vocabulary vocabulary, Tagger topics, CategoryModel categories) {
    this.vocabulary = vocabulary;
    this.topics = topics;
    this.categories = categories;
  }

  /** The judge that comes with Paperwire. */
  public static PaperJudge load(Vocabulary vocabulary) {
    return new PaperJudge(vocabulary, new LexicalTagger(vocabulary), CategoryModel.load());
  }

  /**
   * What is thought of a paper. The categories that it was given do not decide the predicted ones.
   *
   * @param meaning its sentence vector, if there is one: the predicted categories are better for it
   */
  public Judgement judge(AnalyzedPaper paper, Optional<SentenceVector> meaning) {
    JudgedKind kind = kinds.classify(paper);
    return new Judgement(topics(paper, kind), kind, categories.predict(paper, meaning));
  }

  /** The topics and the kind of a paper, for whoever needs no categories. */
  public Judgement judgeWithoutCategories(AnalyzedPaper paper) {
    JudgedKind kind = kinds.classify(paper);
    return new Judgement(topics(paper, kind), kind, List.of());
  }

  /** A paper that gives a benchmark or data is about that too. */
  private List<Tag> topics(AnalyzedPaper paper, JudgedKind kind) {
    List<Tag> tags = topics.tag(paper);
    Optional<ResearchTopic> given =
        Optional.ofNullable(TOPICS.get(kind.kind())).flatMap(vocabulary::topic);
    if (given.isEmpty() || tags.stream().anyMatch(tag -> covers(tag, given.get()))) {
      return tags;
    }
    Tag further = new Tag(given.get().id(), given.get().label(), OF_KIND, kind.evidence());
    return Stream.concat(tags.stream(), Stream.of(further))
        .sorted(Comparator.comparingDouble(Tag::score).reversed())
        .limit(Tagger.MOST)
        .toList();
  }

  private boolean covers(Tag tag, ResearchTopic topic) {
    return tag.topic().equals(topic.id()) || vocabulary.broader(tag.topic()).contains(topic.id());
  }
}
