package io.paperwire.standalone.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.OnnxEmbedder;
import io.paperwire.embedding.PackagedModel;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.tagging.Judgement;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
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
          + " which id and title are required, and writes one answer a line,"
          + " {\"id\",\"topics\":[{\"topic\",\"label\",\"score\",\"evidence\"}],\"kind\","
          + "\"categories\":[{\"category\",\"score\"}]}, with --vector also"
          + " \"vector\":[],\"model\",\"modelVersion\".",
      "The kind is survey, position, benchmark, dataset, theory, system or method. The categories"
          + " are those of arXiv in which the paper may belong, most likely first, judged by its"
          + " words and its date: the ones that a paper comes with decide nothing there.",
      "Lines that are no paper are reported on standard error, and the rest goes on; the exit code"
          + " is 1 if there was one."
    })
final class TagCommand implements Callable<Integer> {

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

  private final JsonMapper json = new JsonMapper();

  @Override
  public Integer call() throws IOException {
    PaperJudge judge = PaperJudge.load(Vocabulary.load());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    Progress progress = new Progress("tagged", "papers", errors);
    PaperInput input = new PaperInput("standard input", errors);
    try (Embedder embedder = embedder()) {
      input.read(
          System.in,
          paper -> {
            ObjectNode answer = answer(paper, judge.judge(AnalyzedPaper.of(JudgedText.of(paper))));
            if (vector) {
              addVector(answer, paper, embedder);
            }
            out.println(answer);
            progress.oneMore();
          });
    }
    out.flush();
    return input.rejected() == 0 ? 0 : 1;
  }

  /** With the settings that the service comes with. */
  private static Embedder embedder() {
    PackagedModel model = PackagedModel.forPapers();
    EmbedderSettings settings = EmbedderSettings.DEFAULT;
    return Embedder.loadedOnDemand(
        model.model(settings.maxTokens()), () -> OnnxEmbedder.open(model, settings));
  }

  private static void addVector(ObjectNode answer, SourceRecord paper, Embedder embedder) {
    String text = EmbeddedText.ofPaper(paper.title(), paper.abstractText().orElse(""));
    ArrayNode vector = answer.putArray("vector");
    for (float component : embedder.embed(text)) {
      vector.add(component);
    }
    answer.put("model", embedder.model().name());
    answer.put("modelVersion", embedder.model().version());
  }

  private ObjectNode answer(SourceRecord paper, Judgement judgement) {
    ObjectNode answer = json.createObjectNode();
    answer.put("id", paper.sourceKey());
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
