package io.paperwire.standalone.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.paperwire.index.PaperReader;
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
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
          + " so; the categories of those that come without any of arXiv's are judged by words"
          + " alone. Writes one answer an interest: "
          + "{\"id\",\"papers\":[{\"id\",\"title\",\"score\",\"evidence\"}]}. Files may be gzipped,"
          + " and '-' is standard input. A line that is no interest or no paper, or whose id stood"
          + " in a line before, is told on standard error and left out; the exit code is then 1."
    })
final class MatchCommand implements Callable<Integer> {

  private static final double SCORE_STEP = 1000;

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
    Reading reading =
        new Reading(
            PaperJudge.load(vocabulary), new PaperReader(vocabulary), new Explanation(vocabulary));
    if (whyNot.isPresent()) {
      explain(whyNot.get(), input, reading, read);
    } else {
      match(input, reading, read);
    }
    return stated.refused() == 0 && input.rejected() == 0 ? 0 : 1;
  }

  /** What a paper goes through until it is told. */
  private record Reading(PaperJudge judge, PaperReader reader, Explanation explanation) {

    PaperInView view(SourceRecord source) {
      return PaperInView.of(
          reader.read(
              InterestPaper.of(
                  source, judge.judge(AnalyzedPaper.of(JudgedText.of(source)), Optional.empty()))));
    }
  }

  /** What is asked for in vain is told once, however many interests ask for it. */
  private void tellOfUntold(List<Stated> stated, PrintWriter errors) {
    stated.stream()
        .flatMap(interest -> Untold.in(interest.expression()))
        .distinct()
        .sorted()
        .forEach(untold -> errors.println(PaperInput.name(interests) + ": " + untold.warning()));
  }

  private void match(PaperInput input, Reading reading, List<Stated> stated) throws IOException {
    SubscriptionIndex index = new SubscriptionIndex();
    for (int i = 0; i < stated.size(); i++) {
      index.put(i, List.of(stated.get(i).interest()));
    }
    Progress progress = new Progress("matched", "papers", spec.commandLine().getErr());
    try (CaughtPapers caught = new CaughtPapers();
        InputStream in = PaperInput.open(papers)) {
      input.readEachOnce(
          in,
          paper -> {
            if (!isWithdrawn(paper)) {
              PaperInView view = reading.view(paper);
              for (int number : index.match(List.of(view)).getFirst()) {
                Stated interest = stated.get(number);
                Reason reason =
                    reading
                        .explanation()
                        .reason(interest.interest(), interest.expression(), view)
                        .orElseThrow();
                caught.add(number, match(paper, reason));
              }
            }
            progress.oneMore();
          });
      write(caught, stated);
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
  private void explain(String named, PaperInput input, Reading reading, List<Stated> stated)
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
    Optional<PaperInView> view =
        isWithdrawn(paper) ? Optional.empty() : Optional.of(reading.view(paper));
    for (Stated interest : stated) {
      ObjectNode answer = json.createObjectNode();
      answer.put("id", interest.interest().id()).put("paper", named);
      view.ifPresentOrElse(
          shown -> explain(interest, shown, reading.explanation(), answer),
          () ->
              answer
                  .put("matches", false)
                  .put("because", "it was withdrawn, and withdrawn papers are not told"));
      spec.commandLine().getOut().println(answer);
    }
    spec.commandLine().getOut().flush();
  }

  private static boolean isNamed(SourceRecord paper, String named) {
    return paper.sourceKey().equals(named)
        || PaperName.id(named).filter(paper.paperId().toString()::equals).isPresent();
  }

  private static void explain(
      Stated stated, PaperInView paper, Explanation explanation, ObjectNode answer) {
    Interest.Asked interest = stated.interest();
    Optional<Reason> reason = explanation.reason(interest, stated.expression(), paper);
    answer.put("matches", reason.isPresent());
    reason.ifPresentOrElse(
        found -> answer.putArray("evidence").add(found.evidence()),
        () ->
            answer.put(
                "because",
                explanation
                    .misses(new Subscription(interest.id(), 1, List.of(interest)), paper)
                    .getFirst()
                    .because()));
  }

  private static boolean isWithdrawn(SourceRecord paper) {
    return FirstNews.of(paper).filter(news -> news == Clause.Kind.WITHDRAWN).isPresent();
  }
}
