package io.paperwire.notify.web.likes;

import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.Explainer;
import io.paperwire.likeness.PaperText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells in which words somebody's examples differ from other papers. */
@Singleton
@WebRole
public class LearntWords {

  private static final int MOST_WORDS = 12;
  private static final int MOST_EXAMPLES = 60;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final PaperCatalogue catalogue;
  private final InstantSource clock;
  private Others others = new Others(List.of(), Instant.MIN);

  /** The papers that examples are told apart from, and when they were read. */
  private record Others(List<PaperText> papers, Instant readAt) {}

  /** Made by Micronaut. */
  public LearntWords(PaperCatalogue catalogue, InstantSource clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The words that tell most of the liked examples; none if there are none. */
  public List<String> of(List<Example> examples) {
    List<PaperText> likes =
        examples.stream()
            .filter(Example::liked)
            .limit(MOST_EXAMPLES)
            .flatMap(example -> text(example).stream())
            .toList();
    if (likes.isEmpty()) {
      return List.of();
    }
    List<PaperText> known = new ArrayList<>(others());
    known.addAll(likes);
    return new Explainer(Corpus.of(known)).topWords(likes, MOST_WORDS);
  }

  private Optional<PaperText> text(Example example) {
    return example
        .text()
        .map(text -> new PaperText(Long.toString(example.id()), text, "", List.of()))
        .or(() -> example.paperId().flatMap(catalogue::paper).map(LearntWords::text));
  }

  private synchronized List<PaperText> others() {
    Instant now = clock.instant();
    if (others.readAt().isBefore(now.minus(KEPT))) {
      List<PaperText> newest =
          catalogue.newest(Optional.empty(), PaperCatalogue.MOST).papers().stream()
              .map(LearntWords::text)
              .toList();
      others = new Others(newest, now);
    }
    return others.papers();
  }

  private static PaperText text(ListedPaper paper) {
    return new PaperText(
        paper.id(), paper.title(), paper.abstractText().orElse(""), paper.categories());
  }
}
