package io.paperwire.notify.web.likes;

import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.Explainer;
import io.paperwire.likeness.PaperText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells in which words somebody's examples differ from other papers. */
@Singleton
@WebRole
public class LearntWords {

  private static final int MOST_WORDS = 12;
  private static final int MOST_EXAMPLES = 60;
  private static final int MOST_OTHERS = 100;

  private final PaperCatalogue catalogue;
  private final OtherPapers others;

  /** Made by Micronaut. */
  public LearntWords(PaperCatalogue catalogue, OtherPapers others) {
    this.catalogue = catalogue;
    this.others = others;
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
    List<PaperText> known = new ArrayList<>(others.papers().stream().limit(MOST_OTHERS).toList());
    known.addAll(likes);
    return new Explainer(Corpus.of(known)).topWords(likes, MOST_WORDS);
  }

  private Optional<PaperText> text(Example example) {
    return example
        .text()
        .map(text -> new PaperText(Long.toString(example.id()), text, "", List.of()))
        .or(() -> example.paperId().flatMap(catalogue::paper).map(OtherPapers::text));
  }
}
