package io.paperwire.bench.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.bench.relevance.Evaluation.Outcome;
import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.PaperText;
import io.paperwire.likeness.Profile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RankingEvaluationTest {

  private static final PaperText LIKED = paper("liked", "Gaussian splatting of streets", "cs.CV");
  private static final PaperText LIKE_IT =
      paper("like-it", "Faster Gaussian splatting", "q-bio.BM");
  private static final PaperText BESIDE = paper("beside", "Kernels on graphs", "cs.CV");

  private final Corpus corpus = Corpus.of(List.of(LIKED, LIKE_IT, BESIDE));

  @Test
  void shouldTellAtWhichPlaceTheWantedPaperStands() {
    assertThat(measured(Set.of("like-it")))
        .contains(
            "1 profiles with 1.0 liked papers on average, and 2 candidates each.",
            "| words alone | 1.000 | 1.000 | 1.000 |",
            "| categories alone | 0.500 | 1.000 | 1.000 |");
  }

  @Test
  void shouldSayWhatIsMissing() {
    assertThat(new RankingEvaluation("Ranking", List.of(day(Set.of("elsewhere")))).run())
        .isEqualTo(
            new Outcome.Skipped(
                "there is no day to rank: --profiles FILE --wanted FILE --profile-papers FILE"));
  }

  private List<String> measured(Set<String> wanted) {
    return switch (new RankingEvaluation("Ranking", List.of(day(wanted))).run()) {
      case Outcome.Measured(List<String> page) -> page;
      case Outcome.Skipped(String reason) -> throw new AssertionError(reason);
    };
  }

  private RankedDay day(Set<String> wanted) {
    return new RankedDay(
        new Profile(List.of(corpus.read(LIKED)), List.of()),
        Stream.of(BESIDE, LIKE_IT).map(corpus::read).toList(),
        wanted);
  }

  private static PaperText paper(String id, String title, String category) {
    return new PaperText(id, title, "", List.of(category));
  }
}
