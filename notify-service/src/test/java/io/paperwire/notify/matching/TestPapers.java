package io.paperwire.notify.matching;

import io.paperwire.index.Paper;
import io.paperwire.interest.Clause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Papers for tests. */
final class TestPapers {

  private TestPapers() {}

  static Paper paper(
      String title, String abstractText, List<String> authors, List<Paper.Tag> topics) {
    return writtenBy(
        authors.stream().map(name -> new Paper.Author(name, Optional.empty())).toList(),
        title,
        abstractText,
        topics);
  }

  static Paper writtenBy(
      List<Paper.Author> authors, String title, String abstractText, List<Paper.Tag> topics) {
    return new Paper(
        "p-1",
        title,
        abstractText,
        authors,
        List.of("cs.CL"),
        List.of(),
        topics,
        Set.of("arxiv"),
        Optional.of(Clause.Kind.ANNOUNCED),
        Optional.empty(),
        false,
        false);
  }
}
