package io.paperwire.notify.match;

import io.paperwire.topics.Vocabulary;
import java.io.StringReader;

/** A few topics for tests. */
final class TestVocabulary {

  private TestVocabulary() {}

  static Vocabulary small() {
    return Vocabulary.read(
        "small.yaml",
        new StringReader(
            """
            - id: large-language-models
              label: Large language models
            - id: retrieval-augmented-generation
              label: Retrieval-augmented generation
              broader: [large-language-models]
              aliases: [RAG]
            """));
  }
}
