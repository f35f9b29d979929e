package io.paperwire.bench.relevance;

import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the topics of papers are those that a reader would choose. */
public final class TopicEvaluation implements Evaluation {

  private final PaperJudge judge;
  private final Function<PaperText, Optional<SentenceVector>> meaning;
  private final Map<String, NamedPaper> papers;
  private final Judgements judgements = Judgements.load();

  private int concepts;
  private int found;
  private int tags;
  private int wrong;
  private int open;
  private int most;
  private final List<String> missing = new ArrayList<>();
  private final List<String> table = new ArrayList<>();

  /**
   * An evaluation.
   *
   * @param meaning the sentence vector of a paper, if it has one
   * @param papers papers, among them those whose must-have concepts are known
   */
  public TopicEvaluation(
      PaperJudge judge,
      Function<PaperText, Optional<SentenceVector>> meaning,
      List<NamedPaper> papers) {
    this.judge = judge;
    this.meaning = meaning;
    this.papers =
        papers.stream()
            .collect(Collectors.toMap(NamedPaper::id, Function.identity(), (one, same) -> one));
  }

  @Override
  public String title() {
    return "Topics";
  }

  @Override
  public Outcome run() {
    int measured = 0;
    for (String[] columns : Judgements.read("must-have.tsv")) {
      NamedPaper paper = papers.get(columns[0]);
      if (paper != null) {
        measured++;
        judge(paper, Arrays.asList(columns).subList(1, columns.length));
      }
    }
    if (measured == 0) {
      return new Outcome.Skipped(
          "none of the papers with known concepts is among those given: --papers FILE");
    }
    return new Outcome.Measured(page(measured));
  }

  private void judge(NamedPaper paper, List<String> mustHaves) {
    PaperText text = paper.text();
    List<Tag> given =
        judge.judgeWithoutCategories(AnalyzedPaper.of(text), meaning.apply(text)).topics();
    most = Math.max(most, given.size());
    for (String concept : mustHaves) {
      concepts++;
      if (isFound(concept, given)) {
        found++;
      } else {
        missing.add("- %s: %s".formatted(text.title(), concept.replace("|", " or ")));
      }
    }
    List<String> shown = new ArrayList<>();
    for (Tag tag : given) {
      tags++;
      boolean judged = judgements.right(paper.id(), tag.topic()).isPresent();
      boolean right = judgements.right(paper.id(), tag.topic()).orElse(true);
      wrong += right ? 0 : 1;
      open += judged ? 0 : 1;
      String mark = judged ? (right ? "" : " **wrong**") : " (not judged)";
      shown.add("%s %.2f%s".formatted(tag.label(), tag.score(), mark));
    }
    table.add("| %s | %s |".formatted(text.title().replace("|", "\\|"), String.join("; ", shown)));
  }

  private static boolean isFound(String concept, List<Tag> given) {
    return Arrays.stream(concept.split("\\|"))
        .map(words -> words.toLowerCase(Locale.ROOT))
        .anyMatch(
            words ->
                given.stream()
                    .anyMatch(tag -> tag.label().toLowerCase(Locale.ROOT).contains(words)));
  }

  private List<String> page(int measured) {
    List<String> page = new ArrayList<>();
    page.add(
        "%d papers whose must-have concepts a reader wrote down, two or three a paper."
            .formatted(measured));
    page.add(
        "Topics are found by the phrases of the vocabulary: where a phrase stands and how often,"
            + " whether the authors say");
    page.add(
        "there what they do, and what else the paper is about; and by what the sentence vector has"
            + " in common with papers that");
    page.add(
        "name a topic (docs/adr/0025). The categories of these papers are not given. A reader calls"
            + " a tag wrong if the paper");
    page.add(
        "merely mentions the topic, or means something else by the word. The vocabulary was"
            + " developed on these papers, so others");
    page.add("fare worse: see the unseen sample below.");
    page.add(
        "What is wrong is mostly a method that a paper uses and is not about, at the low end of"
            + " scores.");
    page.add("");
    page.add("| what | figure |");
    page.add("| --- | --- |");
    page.add(
        "| must-have concepts found | %d of %d, %.1f %% |"
            .formatted(found, concepts, percent(found, concepts)));
    page.add(
        "| tags that a reader calls wrong | %d of %d, %.1f %% |"
            .formatted(wrong, tags, percent(wrong, tags)));
    page.add("| tags that nobody judged yet | %d |".formatted(open));
    page.add(
        "| topics a paper | %.1f on average, %d at most |"
            .formatted((double) tags / measured, most));
    if (!missing.isEmpty()) {
      page.add("");
      page.add("Not found:");
      page.add("");
      page.addAll(missing);
    }
    page.add("");
    page.add("Each paper with its tags:");
    page.add("");
    page.add("| paper | topics |");
    page.add("| --- | --- |");
    page.addAll(table);
    return page;
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
