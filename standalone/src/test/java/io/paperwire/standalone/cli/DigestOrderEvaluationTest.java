package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.bench.relevance.Evaluation.Outcome;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.LearntTerms;
import io.paperwire.likeness.PaperTerms;
import io.paperwire.likeness.PaperText;
import io.paperwire.notify.matching.LikeThese.Example;
import io.paperwire.notify.matching.Meaning;
import io.paperwire.standalone.cli.TastedDay.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DigestOrderEvaluationTest {

  private static final PaperText LIKED = paper("Gaussian splatting of streets");
  private static final Meaning EAST = meaning(1, 0);
  private static final Meaning NORTH = meaning(0, 1);

  @Test
  void shouldTellWhatVectorsAndWordsBringEachByItself() {
    TastedDay day =
        new TastedDay(
            List.of(new Example(Optional.of("liked"), "liked", EAST)),
            LearntTerms.of(Corpus.of(List.of(LIKED)), List.of(LIKED)),
            List.of(
                candidate("near", "Protein folding", EAST),
                candidate("wanted", "Splatting of streets", NORTH)),
            Set.of("wanted"));

    assertThat(new DigestOrderEvaluation(List.of(day)).run())
        .isEqualTo(
            new Outcome.Measured(
                List.of(
                    "| ranked by | MRR | among the first 10 | recall among the first 100 |",
                    "| --- | --- | --- | --- |",
                    "| nearness to the nearest like | 0.500 | 1.000 | 1.000 |",
                    "| words of the likes | 1.000 | 1.000 | 1.000 |",
                    "| **both, as digests do** | 0.500 | 1.000 | 1.000 |")));
  }

  @Test
  void shouldSkipDaysOnWhichNothingCanBeFound() {
    TastedDay day =
        new TastedDay(List.of(), LearntTerms.NONE, List.of(candidate("a", "A", EAST)), Set.of("b"));

    assertThat(new DigestOrderEvaluation(List.of(day)).run()).isInstanceOf(Outcome.Skipped.class);
  }

  private static Candidate candidate(String id, String title, Meaning meaning) {
    return new Candidate(id, Optional.of(meaning), PaperTerms.of(paper(title)));
  }

  private static PaperText paper(String title) {
    return new PaperText(title, title, "", List.of());
  }

  private static Meaning meaning(float east, float north) {
    return Meaning.of("model", "1", Int8Vector.of(new float[] {east, north}));
  }
}
