package io.paperwire.standalone.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.tagging.Judgement;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what papers are about, without a broker. */
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what papers are about: paperwire tag < papers > tagged",
      "Reads one paper a line,"
          + " {\"id\",\"title\",\"abstract\",\"authors\":[],\"categories\":[],\"published\"}, of"
          + " which id and title or abstract are required, and writes one answer a line,"
          + " {\"id\",\"topics\":[{\"topic\",\"label\",\"score\",\"evidence\"}],\"kind\","
          + "\"categories\":[{\"category\",\"score\"}]}, with --vector also"
          + " \"vector\":[],\"model\",\"modelVersion\".",
      "The kind is survey, position, benchmark, dataset, theory, system or method. The categories"
          + " are those of arXiv in which the paper may belong, most likely first, judged by its"
          + " words, its sentence vector and its date: the ones that a paper comes with decide"
          + " nothing there. Topics are told by words and by the sentence vector, as they are in"
          + " the stream: some dozens of papers a second; --no-vectors does without.",
      "Whoever writes a paper and waits gets its answer; of compressed input, after sixteen.",
      "An id is given back as it came, a number as the text that its digits are. A date without"
          + " offset is one of UTC. Other fields that cannot be read are told on standard error and"
          + " left out.",
      "Lines that are no paper are reported on standard error, and the rest goes on; the exit code"
          + " is 1 if there was one."
    })
final class TagCommand implements Callable<Integer> {

  /** So many papers are embedded at once if they are there, so that all processors work. */
  private static final int TOGETHER = 16;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--vector",
      description =
          "Adds the vector of title and abstract: the components of a vector of length 1, which the"
              + " records of the topic enriched-papers carry in a byte each. Vectors of different"
              + " models or versions cannot be compared. Some twenty papers a second and"
              + " processor.")
  private boolean vector;

  @Option(
      names = "--no-vectors",
      description = "Judges by words and dates alone, thousands of papers a second.")
  private boolean noVectors;

  private final JsonMapper json = new JsonMapper();

  @Override
  public Integer call() throws IOException {
    PaperJudge judge = PaperJudge.load(Vocabulary.load());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    Progress progress = new Progress("tagged", "papers", errors);
    PaperInput input = new PaperInput("standard input", errors);
    if (vector && noVectors) {
      throw new CommandFailure("--vector and --no-vectors exclude each other");
    }
    try (Embedder embedder = KeptVectors.embedder()) {
      Answers answers = new Answers(embedder, judge, out, progress);
      input.read(System.in, answers::take, answers::give);
      answers.give();
    }
    return input.rejected() == 0 ? 0 : 1;
  }

  /** Answers papers in their order, some together where they are embedded. */
  private final class Answers {

    private final Embedder embedder;
    private final PaperJudge judge;
    private final PrintWriter out;
    private final Progress progress;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private record Waiting(String id, PaperText text) {}

    Answers(Embedder embedder, PaperJudge judge, PrintWriter out, Progress progress) {
      this.embedder = embedder;
      this.judge = judge;
      this.out = out;
      this.progress = progress;
    }

    void take(SourceRecord paper) {
      PaperText text = JudgedText.of(paper);
      waiting.add(new Waiting(paper.sourceKey(), text));
      if (!noVectors) {
        texts.add(KeptVectors.text(text));
      }
      if (noVectors || waiting.size() == TOGETHER) {
        give();
      }
    }

    /** Answers all that wait. */
    void give() {
      Iterator<float[]> vectors = embedded().iterator();
      for (Waiting paper : waiting) {
        Optional<SentenceVector> meaning =
            vectors.hasNext() ? Optional.of(meaning(vectors.next())) : Optional.empty();
        ObjectNode answer =
            answer(paper.id(), judge.judge(AnalyzedPaper.of(paper.text()), meaning));
        if (vector) {
          meaning.ifPresent(known -> add(answer, known));
        }
        out.println(answer);
        progress.oneMore();
      }
      ResultWriter.requireWritten(out);
      waiting.clear();
      texts.clear();
    }

    /** The model is not loaded for nothing. */
    private List<float[]> embedded() {
      return texts.isEmpty() ? List.of() : embedder.embed(texts);
    }

    /** As the records of the stream carry it, in a byte a component. */
    private SentenceVector meaning(float[] vector) {
      return new SentenceVector(
          embedder.model().name(), embedder.model().version(), Int8Vector.of(vector).toFloats());
    }
  }

  private static void add(ObjectNode answer, SentenceVector meaning) {
    ArrayNode vector = answer.putArray("vector");
    for (float component : meaning.components()) {
      vector.add(component);
    }
    answer.put("model", meaning.model());
    answer.put("modelVersion", meaning.version());
  }

  private ObjectNode answer(String id, Judgement judgement) {
    ObjectNode answer = json.createObjectNode();
    answer.put("id", id);
    ArrayNode topics = answer.putArray("topics");
    for (Tag tag : judgement.topics()) {
      ObjectNode topic = topics.addObject();
      topic.put("topic", tag.topic());
      topic.put("label", tag.label());
      topic.put("score", tag.score());
      tag.evidence().forEach(topic.putArray("evidence")::add);
    }
    answer.put("kind", judgement.kind().kind().label());
    ArrayNode categories = answer.putArray("categories");
    for (CategoryScore predicted : judgement.categories()) {
      categories.addObject().put("category", predicted.category()).put("score", predicted.score());
    }
    return answer;
  }
}
