package io.paperwire.notify.web.likes;

import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.PaperText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.Cursor;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.PaperPage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest thousand papers, which examples are told apart from; read again every ten minutes. */
@Singleton
@WebRole
public class OtherPapers {

  private static final int MOST_PAGES = 10;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final PaperCatalogue catalogue;
  private final InstantSource clock;
  private Read read = new Read(List.of(), Corpus.of(List.of()), Instant.MIN);

  /** What was read, and when. */
  private record Read(List<PaperText> papers, Corpus corpus, Instant at) {}

  /** Made by Micronaut. */
  public OtherPapers(PaperCatalogue catalogue, InstantSource clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The papers, newest first. */
  List<PaperText> papers() {
    return current().papers();
  }

  /** How common words are in them. */
  public Corpus corpus() {
    return current().corpus();
  }

  /** What likeness looks at in a paper of the catalogue. */
  static PaperText text(ListedPaper paper) {
    return new PaperText(
        paper.id(), paper.title(), paper.abstractText().orElse(""), paper.categories());
  }

  private synchronized Read current() {
    Instant now = clock.instant();
    if (read.at().isBefore(now.minus(KEPT))) {
      List<PaperText> newest = newest();
      read = new Read(newest, Corpus.of(newest), now);
    }
    return read;
  }

  private List<PaperText> newest() {
    List<PaperText> newest = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    int pages = 0;
    do {
      PaperPage page = catalogue.newest(next, PaperCatalogue.MOST);
      page.papers().stream().map(OtherPapers::text).forEach(newest::add);
      next = page.next();
      pages++;
    } while (next.isPresent() && pages < MOST_PAGES);
    return List.copyOf(newest);
  }
}
