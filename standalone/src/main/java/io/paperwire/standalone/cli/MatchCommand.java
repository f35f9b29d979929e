package io.paperwire.standalone.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.interest.Clause;
import io.paperwire.notify.matching.Explanation;
import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.matching.PaperInView;
import io.paperwire.notify.matching.Reason;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.SubscriptionIndex;
import io.paperwire.notify.web.why.PaperName;
import io.paperwire.standalone.cli.InterestInput.Stated;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what interests would have caught, without a broker. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what each interest would have caught, and why.",
      "Interests are JSON Lines: {\"id\",\"topic\"} or {\"id\",\"phrase\"} or {\"id\",\"author\"}"
          + " or {\"id\",\"query\"}, a query in the interest language (docs/interests.md). Papers"
          + " are as for 'paperwire tag', and are taken as announced, or as withdrawn if they say"
          + " so. Writes one answer an interest: "
          + "{\"id\",\"papers\":[{\"id\",\"title\",\"score\",\"evidence\"}]}. Files may be gzipped,"
          + " and '-' is standard input. A line that is no interest or no paper, or whose id stood"
          + " in a line before, is told on standard error and left out; the exit code is then 1.",
      "Where an interest asks for topics, or for categories of papers that come without any of"
          + " arXiv's, these are told by words and by the sentence vector, as they are in the"
          + " stream: some dozens of papers a second the first time; the vectors are kept."
          + " --no-vectors does without."
    })
final class MatchCommand implements Callable<Integer> {

  private static final double SCORE_STEP = 1000;

  /** So many papers are embedded at once, so that all processors work. */
  private static final int TOGETHER = 16;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--interests",
      required = true,
      paramLabel = "FILE",
      description = "Interests, one a line.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path interests;

  @Option(
      names = "--papers",
      required = true,
      paramLabel = "FILE",
      description = "Papers, one a line.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path papers;

  @Option(
      names = "--why-not",
      paramLabel = "PAPER",
      description =
          "One of the papers, by its id or an address of arXiv or of a DOI: tells of each interest"
              + " whether it matches, and if not which of its conditions failed first:"
              + " {\"id\",\"paper\",\"matches\",\"evidence\" or \"because\"}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<String> whyNot;

  @Option(
      names = "--no-vectors",
      description = "Judges topics and categories by words alone, thousands of papers a second.")
  private boolean noVectors;

  @Option(names = "--cache", paramLabel = "FOLDER", description = KeptVectors.WHERE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> cache;

  private final JsonMapper json = new JsonMapper();

  @Override
  public Integer call() throws IOException {
    PaperInput.requireOneStandardInput(List.of(interests, papers));
    Vocabulary vocabulary = Vocabulary.load();
    PrintWriter errors = spec.commandLine().getErr();
    InterestInput stated = new InterestInput(PaperInput.name(interests), vocabulary, errors);
    List<Stated> read;
    try (InputStream in = PaperInput.open(interests)) {
      read = stated.read(in);
    }
    if (read.isEmpty()) {
      throw new CommandFailure("there is no interest in " + PaperInput.name(interests));
    }
    tellOfUntold(read, errors);
    PaperInput input = new PaperInput(PaperInput.name(papers), errors);
    try (PaperViews views =
        new PaperViews(
            vocabulary,
            read.stream().map(Stated::expression).toList(),
            noVectors ? Optional.empty() : Optional.of(new KeptVectors(cache)))) {
      Explanation explanation = new Explanation(vocabulary);
      if (whyNot.isPresent()) {
        explain(whyNot.get(), input, views, explanation, read);
      } else {
        match(input, views, explanation, read);
      }
    }
    return stated.refused() == 0 && input.rejected() == 0 ? 0 : 1;
  }

  /** What is asked for in vain is told once, however many interests ask for it. */
  private void tellOfUntold(List<Stated> stated, PrintWriter errors) {
    stated.stream()
        .flatMap(interest -> Untold.in(interest.expression()))
        .distinct()
        .sorted()
        .forEach(untold -> errors.println(PaperInput.name(interests) + ": " + untold.warning()));
  }

  private void match(
      PaperInput input, PaperViews views, Explanation explanation, List<Stated> stated)
      throws IOException {
    Progress progress = new Progress("matched", "papers", spec.commandLine().getErr());
    try (CaughtPapers caught = new CaughtPapers();
        InputStream in = PaperInput.open(papers)) {
      Matching matching = new Matching(views, explanation, stated, caught);
      input.readEachOnce(
          in,
          paper -> {
            matching.take(paper);
            progress.oneMore();
          });
      matching.finish();
      write(caught, stated);
    }
  }

  /** Matches papers in their order, some together where they are embedded. */
  private final class Matching {

    private final PaperViews views;
    private final Explanation explanation;
    private final List<Stated> stated;
    private final CaughtPapers caught;
    private final SubscriptionIndex index = new SubscriptionIndex();
    private final List<SourceRecord> waiting = new ArrayList<>();

    Matching(PaperViews views, Explanation explanation, List<Stated> stated, CaughtPapers caught) {
      this.views = views;
      this.explanation = explanation;
      this.stated = stated;
      this.caught = caught;
      for (int i = 0; i < stated.size(); i++) {
        index.put(i, List.of(stated.get(i).interest()));
      }
    }

    void take(SourceRecord paper) {
      if (!isWithdrawn(paper)) {
        waiting.add(paper);
      }
      if (waiting.size() == TOGETHER) {
        finish();
      }
    }

    /** Matches all that wait. */
    void finish() {
      Iterator<List<PaperInView>> seen = views.of(waiting).iterator();
      waiting.forEach(paper -> match(paper, seen.next()));
      waiting.clear();
    }

    /** Whoever matches the first view is told by it, and is not told again. */
    private void match(SourceRecord paper, List<PaperInView> seen) {
      Map<Integer, PaperInView> matches = new TreeMap<>();
      Iterator<int[]> numbers = index.match(seen).iterator();
      for (PaperInView view : seen) {
        for (int number : numbers.next()) {
          matches.putIfAbsent(number, view);
        }
      }
      matches.forEach((number, view) -> caught.add(number, found(paper, stated.get(number), view)));
    }

    private String found(SourceRecord paper, Stated interest, PaperInView view) {
      return MatchCommand.this.match(
          paper,
          explanation.reason(interest.interest(), interest.expression(), view).orElseThrow());
    }
  }

  private String match(SourceRecord paper, Reason reason) {
    ObjectNode found = json.createObjectNode();
    found.put("id", paper.sourceKey());
    found.put("title", paper.title());
    found.put("score", Math.round(reason.score() * SCORE_STEP) / SCORE_STEP);
    found.putArray("evidence").add(reason.evidence());
    return found.toString();
  }

  private void write(CaughtPapers caught, List<Stated> stated) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < stated.size(); i++) {
      out.print("{\"id\":" + TextNode.valueOf(stated.get(i).interest().id()) + ",\"papers\":[");
      caught.write(i, out);
      out.println("]}");
      ResultWriter.requireWritten(out);
    }
  }

  /** Writes of each interest whether it matches the one paper, and what failed if it does not. */
  private void explain(
      String named,
      PaperInput input,
      PaperViews views,
      Explanation explanation,
      List<Stated> stated)
      throws IOException {
    List<SourceRecord> asked = new ArrayList<>();
    try (InputStream in = PaperInput.open(papers)) {
      input.readEachOnce(
          in,
          paper -> {
            if (isNamed(paper, named)) {
              asked.add(paper);
            }
          });
    }
    if (asked.isEmpty()) {
      throw new CommandFailure("there is no paper '" + named + "' in " + PaperInput.name(papers));
    }
    SourceRecord paper = asked.getFirst();
    List<PaperInView> seen = isWithdrawn(paper) ? List.of() : views.of(List.of(paper)).getFirst();
    for (Stated interest : stated) {
      ObjectNode answer = json.createObjectNode();
      answer.put("id", interest.interest().id()).put("paper", named);
      explain(interest, seen, explanation, answer);
      spec.commandLine().getOut().println(answer);
    }
    spec.commandLine().getOut().flush();
  }

  private static boolean isNamed(SourceRecord paper, String named) {
    return paper.sourceKey().equals(named)
        || PaperName.id(named).filter(paper.paperId().toString()::equals).isPresent();
  }

  private static void explain(
      Stated stated, List<PaperInView> seen, Explanation explanation, ObjectNode answer) {
    Interest.Asked interest = stated.interest();
    Optional<Reason> reason =
        seen.stream()
            .flatMap(view -> explanation.reason(interest, stated.expression(), view).stream())
            .findFirst();
    answer.put("matches", reason.isPresent());
    reason.ifPresentOrElse(
        found -> answer.putArray("evidence").add(found.evidence()),
        () -> answer.put("because", because(interest, seen, explanation)));
  }

  /** What is told last is known best. */
  private static String because(
      Interest.Asked interest, List<PaperInView> seen, Explanation explanation) {
    return seen.isEmpty()
        ? "it was withdrawn, and withdrawn papers are not told"
        : explanation
            .misses(new Subscription(interest.id(), 1, List.of(interest)), seen.getLast())
            .getFirst()
            .because();
  }

  private static boolean isWithdrawn(SourceRecord paper) {
    return FirstNews.of(paper).filter(news -> news == Clause.Kind.WITHDRAWN).isPresent();
  }
}
