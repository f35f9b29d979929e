package io.paperwire.standalone.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.tagging.Judgement;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
          + "\"categories\":[{\"category\",\"score\"}]}.",
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

  private final JsonMapper json = new JsonMapper();

  @Override
  public Integer call() throws IOException {
    PaperJudge judge = PaperJudge.load(Vocabulary.load());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    Pulse pulse = new Pulse("papers tagged", errors);
    PaperInput input = new PaperInput("standard input", errors);
    input.read(
        System.in,
        paper -> {
          out.println(answer(paper, judge.judge(JudgedText.of(paper))));
          pulse.beat();
        });
    out.flush();
    pulse.stop();
    return input.rejected() == 0 ? 0 : 1;
  }

  private ObjectNode answer(SourceRecord paper, Judgement judgement) {
    ObjectNode answer = json.createObjectNode();
    answer.put("id", paper.paperId().toString());
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
