package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplainerTest {

  private static final PaperText LIKED = title("liked", "Gaussian Splatting for driving");
  private static final PaperText OTHER = title("other", "Language agents");
  private static final PaperText NEW = title("new", "Fast gaussian splatting");

  private final Corpus corpus = Corpus.of(List.of(LIKED, OTHER, NEW));
  private final Explainer explainer = new Explainer(corpus);

  @Test
  void shouldSayWhatTwoPapersShareAsTheFirstWritesIt() {
    assertThat(explainer.sharedWords(NEW, LIKED, 5)).containsExactly("gaussian splatting");
    assertThat(explainer.sharedWords(LIKED, NEW, 5)).containsExactly("Gaussian Splatting");
    assertThat(explainer.sharedWords(OTHER, LIKED, 5)).isEmpty();
  }

  @Test
  void shouldSayWhatAProfileHoldsEachThingOnce() {
    assertThat(explainer.topWords(List.of(OTHER), 5)).containsExactly("Language agents");
    assertThat(explainer.topWords(List.of(LIKED, OTHER), 1)).hasSize(1);
  }

  @Test
  void shouldTellTermsAndNoPiecesOfSentences() {
    PaperText first =
        new PaperText(
            "1",
            "Drafting with LoRA: a chain of thought is hard to tune",
            "It adds a large tier by 20 percent and leaves their training as it is.",
            List.of());
    PaperText second =
        new PaperText("2", "Speculative decoding", "Large tiers leave drafting as is.", List.of());
    Corpus read = Corpus.of(List.of(first, second, OTHER));

    assertThat(new Explainer(read).topWords(List.of(first, second), 12))
        .containsExactlyInAnyOrder(
            "Drafting", "LoRA", "chain of thought", "Speculative decoding", "large tier");
  }

  @Test
  void shouldNameTheNearestLikedPaper() {
    Profile profile = new Profile(List.of(corpus.read(OTHER), corpus.read(LIKED)), List.of());

    assertThat(Explainer.nearest(profile, corpus.read(NEW))).map(ReadPaper::id).contains("liked");
    assertThat(Explainer.nearest(new Profile(List.of(), List.of()), corpus.read(NEW))).isEmpty();
  }

  private static PaperText title(String id, String title) {
    return new PaperText(id, title, "", List.of());
  }
}
