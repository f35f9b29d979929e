package io.paperwire.bench.relevance;

import io.paperwire.tagging.topic.Calibration;
import io.paperwire.tagging.topic.Calibration.Judged;
import io.paperwire.tagging.topic.LexicalTagger;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether a tag at 0.8 is right about 8 times in 10. */
public final class CalibrationEvaluation implements Evaluation {

  private static final int BINS = 10;
  private static final int FOLDS = 5;

  /** Said of the judgements that come with the bench, and true of them only. */
  private static final List<String> ON_SAMPLES =
      List.of(
          "What is wrong in each sample. The vocabulary was developed on all but the unseen one, of"
              + " which 12 of 170 tags, 7.1 %, were",
          "wrong at first reading; the rule on words that stand alone was made after that, so it is"
              + " not wholly unseen any more.");

  /** The judged tags of a paper, with their scores before calibration, and the paper's sample. */
  private record JudgedPaper(String sample, List<Judged> tags) {}

  private final List<JudgedPaper> papers;

  /**
   * An evaluation.
   *
   * @param papers papers, among them those of which tags were judged
   */
  public CalibrationEvaluation(Vocabulary vocabulary, List<NamedPaper> papers) {
    this.papers = judgedTags(vocabulary, papers);
  }

  private static List<JudgedPaper> judgedTags(Vocabulary vocabulary, List<NamedPaper> papers) {
    Judgements judgements = Judgements.load();
    LexicalTagger tagger = new LexicalTagger(vocabulary, Calibration.NONE);
    List<JudgedPaper> judged = new ArrayList<>();
    for (NamedPaper paper : papers) {
      if (judgements.knows(paper.id())) {
        List<Judged> tags = new ArrayList<>();
        for (Tag tag : tagger.tag(paper.text())) {
          judgements
              .right(paper.id(), tag.topic())
              .ifPresent(right -> tags.add(new Judged(tag.score(), right)));
        }
        judged.add(new JudgedPaper(judgements.sample(paper.id()).orElseThrow(), tags));
      }
    }
    return judged;
  }

  /** A calibration of all judged tags among papers; what {@code calibration.tsv} is made of. */
  public static Calibration fit(Vocabulary vocabulary, List<NamedPaper> papers) {
    return Calibration.fit(all(judgedTags(vocabulary, papers)));
  }

  @Override
  public String title() {
    return "Calibration";
  }

  @Override
  public Outcome run() {
    List<Judged> all = all(papers);
    if (all.size() < FOLDS * BINS) {
      return new Outcome.Skipped(
          "only %d judged tags are of the papers given: --papers FILE".formatted(all.size()));
    }
    List<Judged> fitted = apply(Calibration.load(), all);
    List<Judged> crossed = crossValidated();
    List<String> page = new ArrayList<>();
    page.add(
        "%,d tags of %,d papers, judged by a reader. Calibration error (ECE, %d bins) is the distance between"
            .formatted(all.size(), papers.size(), BINS));
    page.add("the score of tags and the part of them that is right, averaged over all tags.");
    page.add("");
    page.add("| scores | calibration error |");
    page.add("| --- | --- |");
    page.add("| as the evidence weighs | %.3f |".formatted(error(all)));
    page.add("| calibrated, on the tags that it was fitted on | %.3f |".formatted(error(fitted)));
    page.add(
        "| calibrated, on tags of papers that it has not seen (%d-fold) | %.3f |"
            .formatted(FOLDS, error(crossed)));
    page.add("");
    page.addAll(ON_SAMPLES);
    page.add("");
    page.add("| sample | papers | tags | wrong |");
    page.add("| --- | --- | --- | --- |");
    page.addAll(samples());
    page.add("");
    page.add("| score | tags | mean score | right |");
    page.add("| --- | --- | --- | --- |");
    Stream.iterate(0, bin -> bin < BINS, bin -> bin + 1)
        .map(bin -> row(bin, crossed))
        .forEach(page::addAll);
    return new Outcome.Measured(page);
  }

  private static List<Judged> all(List<JudgedPaper> papers) {
    return papers.stream().flatMap(paper -> paper.tags().stream()).toList();
  }

  /** How much is wrong in each sample. */
  private List<String> samples() {
    List<String> rows = new ArrayList<>();
    for (String sample : papers.stream().map(JudgedPaper::sample).distinct().toList()) {
      List<JudgedPaper> inside =
          papers.stream().filter(paper -> paper.sample().equals(sample)).toList();
      List<Judged> tags = all(inside);
      long wrong = tags.stream().filter(tag -> !tag.right()).count();
      rows.add(
          "| %s | %d | %d | %d, %.1f %% |"
              .formatted(
                  sample,
                  inside.size(),
                  tags.size(),
                  wrong,
                  100.0 * wrong / Math.max(1, tags.size())));
    }
    return rows;
  }

  private List<Judged> crossValidated() {
    List<Judged> crossed = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Judged> learnt = new ArrayList<>();
      List<Judged> held = new ArrayList<>();
      for (int i = 0; i < papers.size(); i++) {
        (i % FOLDS == fold ? held : learnt).addAll(papers.get(i).tags());
      }
      crossed.addAll(apply(Calibration.fit(learnt), held));
    }
    return crossed;
  }

  private static List<Judged> apply(Calibration calibration, List<Judged> tags) {
    return tags.stream().map(tag -> new Judged(calibration.of(tag.score()), tag.right())).toList();
  }

  private static int bin(Judged tag) {
    return Math.min(BINS - 1, (int) (tag.score() * BINS));
  }

  private static double error(List<Judged> tags) {
    double[] scores = new double[BINS];
    double[] right = new double[BINS];
    for (Judged tag : tags) {
      scores[bin(tag)] += tag.score();
      right[bin(tag)] += tag.right() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(scores[bin] - right[bin]);
    }
    return error / tags.size();
  }

  private static List<String> row(int bin, List<Judged> tags) {
    List<Judged> inside = tags.stream().filter(tag -> bin(tag) == bin).toList();
    if (inside.isEmpty()) {
      return List.of();
    }
    double mean = inside.stream().mapToDouble(Judged::score).average().orElse(0);
    long right = inside.stream().filter(Judged::right).count();
    return List.of(
        "| %.1f to %.1f | %d | %.2f | %.2f |"
            .formatted(
                bin / (double) BINS,
                (bin + 1) / (double) BINS,
                inside.size(),
                mean,
                (double) right / inside.size()));
  }
}
