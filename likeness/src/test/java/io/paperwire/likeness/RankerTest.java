package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RankerTest {

  private static final PaperText SPLATS =
      paper("splats", "Gaussian splatting for driving scenes", "cs.CV");
  private static final PaperText MORE_SPLATS =
      paper("more-splats", "Faster gaussian splatting of street scenes", "cs.CV");
  private static final PaperText AGENTS =
      paper("agents", "Language agents that plan with tools", "cs.CL");
  private static final PaperText MORE_AGENTS =
      paper("more-agents", "Multi-agent planning with language models", "cs.CL");
  private static final PaperText PROTEINS =
      paper("proteins", "Protein folding by diffusion", "q-bio.BM");

  private final Corpus corpus =
      Corpus.of(List.of(SPLATS, MORE_SPLATS, AGENTS, MORE_AGENTS, PROTEINS));

  @Test
  void shouldRankWhatSharesRareWordsFirst() {
    assertThat(ranked(likes(SPLATS), AGENTS, PROTEINS, MORE_SPLATS))
        .first()
        .isEqualTo("more-splats");
  }

  @Test
  void shouldRankForADescriptionAlone() {
    PaperText wish =
        new PaperText("wish", "agents that use language models to plan", "", List.of());

    assertThat(ranked(likes(wish), SPLATS, MORE_AGENTS, PROTEINS)).first().isEqualTo("more-agents");
  }

  @Test
  void shouldRankWhatIsLikeADislikedPaperLast() {
    Profile profile = new Profile(List.of(), List.of(corpus.read(AGENTS)));

    assertThat(ranked(profile, MORE_AGENTS, SPLATS, PROTEINS)).last().isEqualTo("more-agents");
  }

  @Test
  void shouldChangeItsMindWithEachFeedback() {
    Profile before = likes(SPLATS);
    Profile after =
        new Profile(List.of(corpus.read(SPLATS), corpus.read(AGENTS)), before.dislikes());

    assertThat(ranked(before, PROTEINS, MORE_AGENTS)).last().isEqualTo("more-agents");
    assertThat(ranked(after, PROTEINS, MORE_AGENTS)).first().isEqualTo("more-agents");
  }

  @Test
  void shouldLetMeaningDecideWhereWordsSayNothing() {
    ReadPaper liked = corpus.read(SPLATS).withMeaning(MeaningVector.of(new float[] {1, 0}));
    ReadPaper near = corpus.read(PROTEINS).withMeaning(MeaningVector.of(new float[] {3, 1}));
    ReadPaper far = corpus.read(AGENTS).withMeaning(MeaningVector.of(new float[] {0, 2}));

    List<Ranked> ranked =
        Ranker.learnt().rank(new Profile(List.of(liked), List.of()), List.of(far, near));

    assertThat(ranked).extracting(one -> one.paper().id()).containsExactly("proteins", "agents");
  }

  @Test
  void shouldKeepTheOrderOfWhatNothingTellsApart() {
    Profile empty = new Profile(List.of(), List.of());

    assertThat(ranked(empty, PROTEINS, SPLATS, AGENTS))
        .containsExactly("proteins", "splats", "agents");
  }

  @Test
  void shouldTakeAPaperWithoutCategoriesForAverage() {
    PaperText bare = new PaperText("bare", "Nothing in particular", "", List.of());
    double[] values =
        Ranker.values(
            Feature.CATEGORIES,
            likes(SPLATS),
            Stream.of(bare, MORE_SPLATS).map(corpus::read).toList());

    assertThat(values[0]).isNaN();
    assertThat(values[1]).isCloseTo(1, within(1e-6));
  }

  @Test
  void shouldNotCountAFeatureThatIsTakenOut() {
    Ranker ranker = Ranker.learnt().without(Feature.CATEGORIES);
    PaperText other = new PaperText("other", "Kernel theory", "", List.of("cs.CV"));

    double[] scores =
        ranker.scores(likes(SPLATS), Stream.of(other, PROTEINS).map(corpus::read).toList());

    assertThat(scores[0]).isEqualTo(scores[1]);
  }

  @Test
  void shouldTrustMeaningMoreWhereOnlyTitlesAreKnown() {
    Ranker ranker =
        new Ranker(
            new Weights(Map.of(Feature.WORDS, 1.0)), new Weights(Map.of(Feature.MEANING, 1.0)));
    ReadPaper liked = corpus.read(SPLATS).withMeaning(MeaningVector.of(new float[] {1, 0}));
    ReadPaper words = corpus.read(MORE_SPLATS).withMeaning(MeaningVector.of(new float[] {0, 1}));
    ReadPaper meaning = corpus.read(PROTEINS).withMeaning(MeaningVector.of(new float[] {1, 0}));

    assertThat(best(ranker, liked, words, meaning)).isEqualTo("proteins");
    assertThat(best(ranker, withAbstract(liked), withAbstract(words), withAbstract(meaning)))
        .isEqualTo("more-splats");
  }

  private static ReadPaper withAbstract(ReadPaper paper) {
    return new ReadPaper(
        paper.id(), false, paper.words(), paper.wording(), paper.categories(), paper.meaning());
  }

  private static String best(Ranker ranker, ReadPaper liked, ReadPaper... candidates) {
    return ranker
        .rank(new Profile(List.of(liked), List.of()), List.of(candidates))
        .getFirst()
        .paper()
        .id();
  }

  private Profile likes(PaperText paper) {
    return new Profile(List.of(corpus.read(paper)), List.of());
  }

  private List<String> ranked(Profile profile, PaperText... candidates) {
    return Ranker.learnt().rank(profile, Stream.of(candidates).map(corpus::read).toList()).stream()
        .map(one -> one.paper().id())
        .toList();
  }

  private static PaperText paper(String id, String title, String category) {
    return new PaperText(id, title, "", List.of(category));
  }
}
