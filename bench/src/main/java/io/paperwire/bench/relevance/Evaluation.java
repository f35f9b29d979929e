package io.paperwire.bench.relevance;

import java.util.List;

/** Measures one claim. */
public interface Evaluation {

  /** What an evaluation came to. */
  sealed interface Outcome {

    /**
     * It was measured.
     *
     * @param page what it found, as lines of Markdown below the heading
     */
    record Measured(List<String> page) implements Outcome {

      public Measured {
        page = List.copyOf(page);
      }
    }

    /**
     * It could not be measured.
     *
     * @param reason what is missing, and how to give it
     */
    record Skipped(String reason) implements Outcome {}
  }

  /** The heading. */
  String title();

  /** Measures. */
  Outcome run();
}
