package io.paperwire.standalone.cli;

import io.paperwire.bench.TextBench;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.OnnxEmbedder;
import io.paperwire.embedding.PackagedModel;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast texts are judged and become vectors. */
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how many papers a second are judged by their words (topics, kind, categories), and"
          + " how many become vectors, by the clock and by the time of processors."
    })
final class BenchTextCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private BenchPapers papers = new BenchPapers();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Papers that are judged at most (${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--vectors",
      paramLabel = "N",
      defaultValue = "200",
      description = "Of these so many become vectors; 0 for none (${DEFAULT-VALUE}).")
  private int vectors;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "all-minilm-l6-v2-q",
      description = "The embedding model (${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String model;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      defaultValue = "256",
      description = "Tokens after which a text is cut (${DEFAULT-VALUE}).")
  private int tokens;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Measures on one thread and on each number up to this (${DEFAULT-VALUE}).")
  private int threads;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<PaperText> texts =
        papers.records().stream().limit(Math.max(0, count)).map(JudgedText::of).toList();
    TextBench bench = BenchCommand.measurable(() -> new TextBench(texts, threads, out));
    EmbedderSettings settings =
        BenchCommand.measurable(() -> new EmbedderSettings(tokens, threads));
    PackagedModel packaged = BenchCommand.measurable(() -> PackagedModel.named(model));
    out.println("%,d papers".formatted(texts.size()));
    bench.judge(PaperJudge.load(Vocabulary.load()));
    List<PaperText> embedded = texts.stream().limit(Math.max(0, vectors)).toList();
    if (!embedded.isEmpty()) {
      try (OnnxEmbedder embedder = OnnxEmbedder.open(packaged, settings)) {
        new TextBench(embedded, threads, out).embed(embedder);
      }
    }
    return 0;
  }
}
