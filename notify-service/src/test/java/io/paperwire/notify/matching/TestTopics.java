package io.paperwire.notify.matching;

import io.paperwire.topics.Vocabulary;
import java.io.StringReader;
import java.util.List;

/** A few topics for tests. */
final class TestTopics {

  static final List<String> IDS =
      List.of("computer-science", "language-models", "retrieval", "rag", "biology", "genomics");

  private TestTopics() {}

  static Vocabulary vocabulary() {
    return Vocabulary.read(
        "test.yaml",
        new StringReader(
            """
            - id: computer-science
              label: Computer science
            - id: language-models
              label: Language models
              broader: [computer-science]
            - id: retrieval
              label: Retrieval
              broader: [computer-science]
            - id: rag
              label: Retrieval-augmented generation
              broader: [language-models, retrieval]
            - id: biology
              label: Biology
            - id: genomics
              label: Genomics
              broader: [biology]
            """));
  }
}
