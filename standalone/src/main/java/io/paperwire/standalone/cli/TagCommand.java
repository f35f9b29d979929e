package io.paperwire.standalone.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.schemas.TopicTag;
import io.paperwire.tagging.topic.LexicalTagger;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.topic.Tagger;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives papers their topics, without a broker. */
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = {
      "Gives papers their topics: paperwire tag < papers > tagged",
      "Reads one paper a line,"
          + " {\"id\",\"title\",\"abstract\",\"authors\":[],\"categories\":[],\"published\"}, of"
          + " which id and title are required, and writes one answer a line,"
          + " {\"id\",\"topics\":[{\"topic\",\"label\",\"score\",\"evidence\"}]}. Lines that are no"
          + " paper are reported on standard error, and the exit code is 1 if there was one."
    })
final class TagCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final JsonMapper json = new JsonMapper();

  @Override
  public Integer call() throws IOException {
    Tagger tagger = new LexicalTagger(Vocabulary.load());
    PrintWriter out = spec.commandLine().getOut();
    PaperInput input = new PaperInput("standard input", spec.commandLine().getErr());
    input.read(System.in, paper -> out.println(tagged(paper, tagger)));
    out.flush();
    return input.rejected() == 0 ? 0 : 1;
  }

  private ObjectNode tagged(SourceRecord paper, Tagger tagger) {
    ObjectNode answer = json.createObjectNode();
    answer.put("id", paper.paperId().toString());
    ArrayNode topics = answer.putArray("topics");
    for (TopicTag tag :
        tagger.tag(
            new PaperText(paper.title(), paper.abstractText().orElse(""), paper.categories()))) {
      ObjectNode topic = topics.addObject();
      topic.put("topic", tag.getTopic());
      topic.put("label", tag.getLabel());
      topic.put("score", tag.getScore());
      tag.getEvidence().forEach(topic.putArray("evidence")::add);
    }
    return answer;
  }
}
