package io.paperwire.notify.match;

import io.paperwire.likeness.PaperTerms;
import io.paperwire.likeness.PaperText;
import io.paperwire.schemas.EnrichedPaper;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The terms of a paper, read when they are first asked for. Used by one thread. */
final class LateTerms implements Supplier<PaperTerms> {

  private final EnrichedPaper paper;
  private Optional<PaperTerms> terms = Optional.empty();

  LateTerms(EnrichedPaper paper) {
    this.paper = paper;
  }

  @Override
  public PaperTerms get() {
    PaperTerms read =
        terms.orElseGet(
            () ->
                PaperTerms.of(
                    new PaperText(
                        paper.getPaperId(),
                        paper.getTitle(),
                        Optional.ofNullable(paper.getAbstractText()).orElse(""),
                        List.of())));
    terms = Optional.of(read);
    return read;
  }
}
