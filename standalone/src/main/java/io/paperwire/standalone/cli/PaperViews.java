package io.paperwire.standalone.cli;

import io.paperwire.index.PaperReader;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import io.paperwire.notify.matching.PaperInView;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Papers of a file as interests see them. The stream shows a paper twice: judged by its words at
 * once, and with its sentence vector soon after, by which it may have further topics and other
 * likely categories. An interest that matches either is told, and that is not taken back.
 */
final class PaperViews implements AutoCloseable {

  private final PaperJudge judge;
  private final PaperReader reader;
  private final Optional<KeptVectors.Open> vectors;
  private final boolean topics;
  private final boolean categories;

  /**
   * Views for some interests.
   *
   * @param interests what is asked for: a vector is computed only where it may tell
   * @param kept where vectors are kept; empty to do without
   * @throws CommandFailure if vectors are needed and cannot be kept
   */
  PaperViews(Vocabulary vocabulary, Collection<Expression> interests, Optional<KeptVectors> kept) {
    this.judge = PaperJudge.load(vocabulary);
    this.reader = new PaperReader(vocabulary);
    this.topics = asks(interests, Clause.Topic.class::isInstance);
    this.categories =
        asks(interests, it -> it instanceof Clause.Category || it instanceof Clause.Archive);
    this.vectors = kept.filter(_ -> topics || categories).map(KeptVectors::open);
  }

  private static boolean asks(Collection<Expression> interests, Predicate<Clause> what) {
    return interests.stream().flatMap(Clauses::in).anyMatch(what);
  }

  /** Each paper by its words, and by its vector as well where that may tell more. */
  List<List<PaperInView>> of(List<SourceRecord> papers) {
    List<PaperText> embedded = papers.stream().map(JudgedText::of).filter(this::mayTell).toList();
    vectors.ifPresent(kept -> kept.compute(embedded, (_, _) -> {}));
    return papers.stream().map(this::of).toList();
  }

  private boolean mayTell(PaperText paper) {
    return topics || (categories && !paper.hasArxivCategory());
  }

  private List<PaperInView> of(SourceRecord paper) {
    PaperText text = JudgedText.of(paper);
    AnalyzedPaper analyzed = AnalyzedPaper.of(text);
    List<PaperInView> views = new ArrayList<>();
    views.add(view(paper, analyzed, Optional.empty()));
    vectors
        .filter(_ -> mayTell(text))
        .map(kept -> kept.of(text))
        .ifPresent(vector -> views.add(view(paper, analyzed, vector)));
    return views;
  }

  private PaperInView view(
      SourceRecord paper, AnalyzedPaper analyzed, Optional<SentenceVector> vector) {
    return PaperInView.of(reader.read(InterestPaper.of(paper, judge.judge(analyzed, vector))));
  }

  @Override
  public void close() {
    vectors.ifPresent(KeptVectors.Open::close);
  }
}
