package io.paperwire.tagging.kind;

import io.paperwire.text.Phrase;
import io.paperwire.text.PhraseIndex;
import java.util.List;
import java.util.Optional;

/**
 * The phrases that tell a paper's kind, with their weights. A phrase that only looks like a cue,
 * such as "sky survey", stands here without a kind: it covers the cue inside of it.
 */
final class KindCues {

  /**
   * What a phrase says.
   *
   * @param kind the kind that it speaks for; nothing if it only looks like a cue
   * @param title how much it counts in the title
   * @param claim how much where the authors say what they do
   * @param text how much elsewhere in the abstract
   */
  record Cue(Optional<PaperKind> kind, double title, double claim, double text) {}

  /** Phrases with a cue inside of them that are none. */
  private static final List<String> LOOKALIKES =
      List.of(
          "sky survey",
          "galaxy survey",
          "survey data",
          "survey propagation",
          "online survey",
          "user survey",
          "survey response",
          "survey respondent",
          "survey question",
          "household survey",
          "code review",
          "peer review",
          "product review",
          "online review",
          "user review",
          "customer review",
          "movie review",
          "review-based",
          "review helpfulness",
          "benchmark dataset",
          "public benchmark",
          "standard benchmark",
          "benchmarks show",
          "existing benchmark",
          "existing dataset",
          "position encoding",
          "position embedding",
          "position bias",
          "positional",
          "first-person perspective",
          "perspective-n-point",
          "perspective projection",
          "recommender system",
          "recommendation system",
          "dynamical system",
          "multi-agent system",
          "retrieval system",
          "dialogue system",
          "nonlinear system",
          "control system",
          "linear system",
          "early stopping",
          "over-smoothing",
          "theorem proving",
          "theorem prover",
          "lower bound evidence",
          "evidence lower bound",
          "web-based learning",
          "stop word",
          "corpus-grounded",
          "dataset distillation",
          "dataset condensation",
          "position control",
          "position estimation",
          "data collection");

  private final PhraseIndex<Cue> index = new PhraseIndex<>();

  private KindCues() {}

  /** All cues. */
  static PhraseIndex<Cue> index() {
    KindCues cues = new KindCues();
    cues.surveys();
    cues.positions();
    cues.benchmarks();
    cues.datasets();
    cues.theories();
    cues.systems();
    cues.lookalikes();
    return cues.index;
  }

  private void surveys() {
    add(PaperKind.SURVEY, 3, 2, 0, "survey", "systematic review", "literature review");
    add(PaperKind.SURVEY, 3, 2.2, 2.2, "literature survey", "scoping review", "meta-analysis");
    add(PaperKind.SURVEY, 2.5, 1.2, 0, "review", "overview", "tutorial", "primer", "roadmap");
    add(PaperKind.SURVEY, 3, 2.5, 2.5, "comprehensive survey", "systematic survey");
    add(PaperKind.SURVEY, 3, 2.5, 2.2, "comprehensive review", "systematic literature review");
    add(PaperKind.SURVEY, 3, 2.5, 2.2, "this survey", "in this review", "this review", "we survey");
    add(PaperKind.SURVEY, 3, 2.5, 2.2, "paper surveys", "paper reviews", "article reviews");
    add(PaperKind.SURVEY, 3, 2.5, 2.2, "survey paper", "review article", "review paper", "SoK");
    add(PaperKind.SURVEY, 2.5, 2, 1.5, "we review", "comprehensive overview", "taxonomy of");
    add(
        PaperKind.SURVEY,
        1.5,
        1,
        0.5,
        "state of the art and",
        "recent advances",
        "open challenges");
    add(PaperKind.SURVEY, 1, 0.8, 0.5, "future directions", "taxonomy", "existing literature");
  }

  private void positions() {
    add(PaperKind.POSITION, 4, 4, 4, "position paper", "perspective paper", "vision paper");
    add(PaperKind.POSITION, 1.9, 0.5, 0, "position", "perspective");
    add(PaperKind.POSITION, 3, 0.5, 0, "viewpoint", "manifesto", "a perspective");
    add(PaperKind.POSITION, 2.5, 2.5, 2.5, "call to action", "call for action", "opinion piece");
    add(PaperKind.POSITION, 2, 2.2, 2.2, "paper argues", "article argues", "essay argues");
    add(PaperKind.POSITION, 2, 2, 1.6, "we argue that", "we argue for", "this essay");
    add(PaperKind.POSITION, 2, 1.2, 1.2, "we contend", "we advocate", "should not", "we call for");
    add(PaperKind.POSITION, 2.5, 1, 0.5, "the case for", "the case against", "considered harmful");
    add(PaperKind.POSITION, 2, 0, 0, "must", "should", "we need", "stop", "why we");
  }

  private void benchmarks() {
    add(PaperKind.BENCHMARK, 3, 1.7, 0, "benchmark", "testbed", "leaderboard", "evaluation suite");
    add(PaperKind.BENCHMARK, 2.5, 1.7, 0.3, "benchmarking", "test suite", "shared task");
    add(PaperKind.BENCHMARK, 3, 2.5, 1.5, "new benchmark", "novel benchmark", "first benchmark");
    add(PaperKind.BENCHMARK, 3, 2.5, 1.5, "comprehensive benchmark", "a benchmark for");
    add(PaperKind.BENCHMARK, 3, 2.5, 1.5, "benchmark designed", "benchmark to evaluate");
    add(PaperKind.BENCHMARK, 2, 1.7, 0.4, "evaluation framework", "evaluation protocol");
    add(PaperKind.BENCHMARK, 2.2, 0.3, 0, "holistic evaluation", "systematic evaluation");
    add(PaperKind.BENCHMARK, 2.2, 0.3, 0, "comprehensive evaluation", "comprehensive assessment");
    add(PaperKind.BENCHMARK, 1.5, 0.3, 0, "evaluating", "assessing", "arena", "challenge");
    add(
        PaperKind.BENCHMARK,
        2,
        0.5,
        0,
        "language model evaluation",
        "evaluation of language models");
  }

  private void datasets() {
    add(PaperKind.DATASET, 3, 1, 0, "dataset", "corpus", "data set", "treebank", "corpora");
    add(PaperKind.DATASET, 3, 1.8, 1.2, "new dataset", "novel dataset", "first dataset");
    add(PaperKind.DATASET, 3, 2.3, 1.2, "new corpus", "large-scale dataset", "annotated corpus");
    add(PaperKind.DATASET, 3, 1.5, 0.5, "open corpus", "open dataset", "parallel corpus");
    add(PaperKind.DATASET, 3, 1.2, 0.3, "dataset of", "corpus of");
    add(PaperKind.DATASET, 2, 1, 0.5, "we collect", "we annotate");
  }

  private void theories() {
    add(PaperKind.THEORY, 2.2, 1.2, 1, "theorem", "lower bound", "NP-hard", "NP-complete");
    add(PaperKind.THEORY, 2.2, 1.2, 0.7, "upper bound", "convergence rate", "regret bound");
    add(PaperKind.THEORY, 2.2, 1.2, 0.7, "sample complexity", "minimax", "identifiability");
    add(PaperKind.THEORY, 2, 1.5, 1.3, "we prove", "it is proved", "conjecture", "proof of");
    add(PaperKind.THEORY, 2, 1.2, 0.8, "theoretical analysis", "provable", "provably");
    add(PaperKind.THEORY, 2, 0.8, 0.4, "asymptotic", "convergence analysis", "decidability");
    add(PaperKind.THEORY, 2, 0.8, 0.3, "a theory of", "complexity of", "bound", "hardness");
    add(
        PaperKind.THEORY,
        1,
        0.8,
        0.6,
        "necessary and sufficient",
        "polynomial time",
        "undecidable");
    add(PaperKind.THEORY, 1, 1, 0.5, "we establish", "we derive", "closed-form");
  }

  private void systems() {
    add(
        PaperKind.SYSTEM,
        2.6,
        1.8,
        0.3,
        "toolkit",
        "python package",
        "python library",
        "R package");
    add(PaperKind.SYSTEM, 2.4, 1.6, 0.2, "platform", "software library", "open-source library");
    add(PaperKind.SYSTEM, 2.4, 1.6, 0.4, "software package", "library for", "web application");
    add(PaperKind.SYSTEM, 2.2, 1.6, 0.3, "open-source framework", "open-source tool", "web-based");
    add(PaperKind.SYSTEM, 2.2, 1.2, 0.2, "file system", "operating system", "serving system");
    add(PaperKind.SYSTEM, 2.2, 1.2, 0.3, "demonstration", "demo", "prototype", "lessons from");
    add(PaperKind.SYSTEM, 2.2, 1.2, 0.8, "deployed in production", "system demonstration");
    add(PaperKind.SYSTEM, 2.2, 1.2, 0.6, "lessons learned", "in production", "simulator");
    add(PaperKind.SYSTEM, 1.2, 1, 0.2, "software", "toolbox", "infrastructure", "open-source");
    add(PaperKind.SYSTEM, 1, 0.6, 0.1, "system", "implementation", "architecture of");
  }

  private void lookalikes() {
    Cue none = new Cue(Optional.empty(), 0, 0, 0);
    LOOKALIKES.forEach(text -> index.add(phrase(text), none));
  }

  private void add(PaperKind kind, double title, double claim, double text, String... phrases) {
    for (String phrase : phrases) {
      index.add(phrase(phrase), new Cue(Optional.of(kind), title, claim, text));
    }
  }

  private static Phrase phrase(String text) {
    return Phrase.of(text).orElseThrow();
  }
}
