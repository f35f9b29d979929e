package io.paperwire.notify.web.catalogue;

import io.paperwire.index.Judge;
import io.paperwire.index.Judgement;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.index.ReadPaper;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.matching.PaperInView;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges interests on papers of the catalogue, with the code that judges alerts. */
final class PaperJudge {

  /** The relation of a link to code. */
  private static final String CODE = "code";

  private final PaperReader reader;

  PaperJudge(Vocabulary vocabulary) {
    this.reader = new PaperReader(vocabulary);
  }

  boolean matches(Expression interest, PaperQuery.Row row) {
    return switch (Judge.judge(interest, read(row))) {
      case Judgement.Matches _ -> true;
      case Judgement.Misses _ -> false;
    };
  }

  boolean matches(LikeThese wanted, PaperQuery.Row row) {
    return switch (wanted.judge(inView(row))) {
      case LikeThese.Nearness.Near _ -> true;
      case LikeThese.Nearness.Far _ -> false;
    };
  }

  JudgedPaper judged(PaperQuery.Row row) {
    return new JudgedPaper(row.paper(), inView(row), row.firstSeen());
  }

  private PaperInView inView(PaperQuery.Row row) {
    return PaperInView.of(read(row), row.vector().map(StoredVector::meaning));
  }

  private ReadPaper read(PaperQuery.Row row) {
    ListedPaper paper = row.paper();
    return reader.read(
        new Paper(
            paper.id(),
            paper.title(),
            paper.abstractText().orElse(""),
            authors(paper.authors(), row.facts().orcids()),
            paper.categories(),
            paper.likelyCategories(),
            paper.topics().stream()
                .map(topic -> new Paper.Tag(topic.id(), topic.label(), topic.score(), List.of()))
                .toList(),
            Set.copyOf(row.facts().sources()),
            row.facts().lastChange().map(Clause.Kind::valueOf),
            paper.contribution(),
            paper.links().stream().anyMatch(link -> link.rel().equals(CODE)),
            paper.trending()));
  }

  private static List<Paper.Author> authors(List<String> names, List<String> orcids) {
    List<Paper.Author> authors = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String orcid = i < orcids.size() ? orcids.get(i) : "";
      authors.add(
          new Paper.Author(names.get(i), Optional.of(orcid).filter(known -> !known.isEmpty())));
    }
    return authors;
  }
}
