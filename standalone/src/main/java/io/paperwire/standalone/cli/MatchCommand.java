package io.paperwire.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.index.ReadPaper;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Utf8;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.interest.Clause;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.notify.matching.Explanation;
import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.PaperInView;
import io.paperwire.notify.matching.Reason;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.SubscriptionIndex;
import io.paperwire.standalone.input.Lines;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
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
          + "{\"id\",\"papers\":[{\"id\",\"title\",\"score\",\"evidence\"}]}. A line that is no"
          + " interest or no paper is told on standard error and left out; the exit code is then 1."
    })
final class MatchCommand implements Callable<Integer> {

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
          "Id of one of the papers: tells of each interest whether it matches, and if not which"
              + " of its conditions failed first:"
              + " {\"id\",\"paper\",\"matches\",\"evidence\" or \"because\"}.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<String> whyNot;

  private final JsonMapper json = new JsonMapper();
  private final SubscriptionIndex index = new SubscriptionIndex();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Map<String, ArrayNode> caught = new LinkedHashMap<>();
  private int refused;

  @Override
  public Integer call() throws IOException {
    Vocabulary vocabulary = Vocabulary.load();
    readInterests(vocabulary, spec.commandLine().getErr());
    tellOfUntold(spec.commandLine().getErr());
    PaperReader reader = new PaperReader(vocabulary);
    Explanation explanation = new Explanation(vocabulary);
    PaperJudge judge = PaperJudge.load(vocabulary);
    PaperInput input = new PaperInput(papers.toString(), spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    if (whyNot.isPresent()) {
      explain(input, paper -> reader.read(judged(paper, judge)), explanation);
      return exitCode(input);
    }
    try (InputStream in = PaperInput.open(papers)) {
      input.read(
          in,
          paper -> {
            if (!isWithdrawn(paper)) {
              collect(judged(paper, judge), reader, explanation);
            }
          });
    }
    caught.forEach(
        (id, found) -> out.println(json.createObjectNode().put("id", id).set("papers", found)));
    out.flush();
    return exitCode(input);
  }

  private int exitCode(PaperInput input) {
    return refused == 0 && input.rejected() == 0 ? 0 : 1;
  }

  /** Each interest is a subscriber of its own, so that matches tell which interest it was. */
  private void readInterests(Vocabulary vocabulary, PrintWriter errors) throws IOException {
    try (InputStream in = PaperInput.open(interests)) {
      Lines.read(
          interests.toString(),
          in,
          (number, line) -> {
            try {
              add(line, vocabulary);
            } catch (IllegalArgumentException e) {
              refused++;
              errors.println(interests + " line " + number + ": " + e.getMessage());
            }
          });
    }
    if (subscriptions.isEmpty()) {
      throw new CommandFailure("there is no interest in " + interests);
    }
  }

  private void add(byte[] line, Vocabulary vocabulary) {
    JsonNode node = parsed(line);
    String id = node.path("id").asText();
    if (id.isEmpty() || caught.containsKey(id)) {
      throw new IllegalArgumentException("an interest needs an \"id\" of its own");
    }
    Interest interest = interest(id, node, vocabulary);
    caught.put(id, json.createArrayNode());
    index.put(subscriptions.size(), List.of(interest));
    subscriptions.add(new Subscription(id, 1, List.of(interest)));
  }

  private JsonNode parsed(byte[] line) {
    return switch (Utf8.decode(line)) {
      case Parsed.Valid<String>(String text) -> {
        try {
          yield json.readTree(text);
        } catch (JsonProcessingException e) {
          throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
      }
      case Parsed.Invalid<String>(_, String reason) -> throw new IllegalArgumentException(reason);
    };
  }

  /** What is asked for in vain is told once, however many interests ask for it. */
  private void tellOfUntold(PrintWriter errors) {
    subscriptions.stream()
        .flatMap(subscription -> subscription.interests().stream())
        .flatMap(MatchCommand::untold)
        .distinct()
        .sorted()
        .forEach(untold -> errors.println(interests + ": " + untold.warning()));
  }

  private static Stream<Untold> untold(Interest interest) {
    return switch (interest) {
      case Interest.Asked asked -> Untold.in(asked.expression());
      case LikeThese _ -> Stream.empty();
    };
  }

  private static Interest interest(String id, JsonNode node, Vocabulary vocabulary) {
    List<Interest> stated =
        Stream.of(
                text(node, "topic").map(topic -> (Interest) topic(id, topic, vocabulary)),
                text(node, "phrase").map(phrase -> (Interest) new Interest.InPhrase(id, phrase)),
                text(node, "author").map(name -> (Interest) new Interest.InAuthor(id, name)),
                text(node, "query").map(query -> (Interest) query(id, query, vocabulary)))
            .flatMap(Optional::stream)
            .toList();
    if (stated.size() != 1) {
      throw new IllegalArgumentException(
          "an interest has exactly one of \"topic\", \"phrase\", \"author\", \"query\"");
    }
    return stated.getFirst();
  }

  private static Interest.InTopic topic(String id, String topic, Vocabulary vocabulary) {
    if (vocabulary.topic(topic).isEmpty()) {
      throw new IllegalArgumentException("there is no topic '" + topic + "'");
    }
    return new Interest.InTopic(id, topic);
  }

  private static Interest.InQuery query(String id, String query, Vocabulary vocabulary) {
    return switch (InterestParser.of(vocabulary).parse(query)) {
      case Reading.Understood _ -> new Interest.InQuery(id, query);
      case Reading.Refused(SyntaxError error) ->
          throw new IllegalArgumentException(error.describe(query));
    };
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }

  /** Writes of each interest whether it matches the one paper, and what failed if it does not. */
  private void explain(
      PaperInput input, Function<SourceRecord, ReadPaper> reader, Explanation explanation)
      throws IOException {
    String id = whyNot.orElseThrow();
    List<SourceRecord> asked = new ArrayList<>();
    try (InputStream in = PaperInput.open(papers)) {
      input.read(
          in,
          paper -> {
            if (paper.sourceKey().equals(id) || paper.paperId().toString().equals(id)) {
              asked.add(paper);
            }
          });
    }
    if (asked.isEmpty()) {
      throw new CommandFailure("there is no paper '" + id + "' in " + papers);
    }
    boolean withdrawn = isWithdrawn(asked.getLast());
    PaperInView paper = PaperInView.of(reader.apply(asked.getLast()));
    for (Subscription interest : subscriptions) {
      ObjectNode answer = json.createObjectNode();
      answer.put("id", interest.subscriberId()).put("paper", id);
      Optional<Match> match = withdrawn ? Optional.empty() : explanation.explain(interest, paper);
      answer.put("matches", match.isPresent());
      match.ifPresentOrElse(
          found ->
              found.reasons().stream()
                  .map(Reason::evidence)
                  .forEach(answer.putArray("evidence")::add),
          () ->
              answer.put(
                  "because",
                  withdrawn
                      ? "it was withdrawn, and withdrawn papers are not told"
                      : explanation.misses(interest, paper).getFirst().because()));
      spec.commandLine().getOut().println(answer);
    }
    spec.commandLine().getOut().flush();
  }

  private static boolean isWithdrawn(SourceRecord paper) {
    return FirstNews.of(paper).filter(news -> news == Clause.Kind.WITHDRAWN).isPresent();
  }

  private static Paper judged(SourceRecord source, PaperJudge judge) {
    return InterestPaper.of(
        source, judge.judge(AnalyzedPaper.of(JudgedText.of(source)), Optional.empty()));
  }

  private void collect(Paper paper, PaperReader reader, Explanation explanation) {
    PaperInView read = PaperInView.of(reader.read(paper));
    for (int number : index.match(List.of(read)).getFirst()) {
      Match match = explanation.explain(subscriptions.get(number), read).orElseThrow();
      ObjectNode found =
          Optional.ofNullable(caught.get(match.subscriberId())).orElseThrow().addObject();
      found.put("id", paper.id());
      found.put("title", paper.title());
      found.put("score", match.score());
      match.reasons().stream().map(Reason::evidence).forEach(found.putArray("evidence")::add);
    }
  }
}
