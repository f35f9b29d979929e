package io.paperwire.standalone.cli;

import io.paperwire.bench.relevance.CalibrationEvaluation;
import io.paperwire.bench.relevance.NamedPaper;
import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.category.training.CategoryTrainer;
import io.paperwire.tagging.category.training.TrainingSettings;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.LexicalTagger;
import io.paperwire.tagging.topic.SentenceTopics;
import io.paperwire.tagging.topic.training.TopicTrainer;
import io.paperwire.tagging.topic.training.TopicTrainingSettings;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes what Paperwire has learnt anew. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Makes what Paperwire has learnt anew, out of papers.")
final class TrainCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** What is to be made is missing. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to make: 'train categories', 'train topics' or 'train calibration'.");
  }

  /** Trains the model of categories. */
  @Command(
      name = "categories",
      mixinStandardHelpOptions = true,
      description = {
        "Trains the model that predicts arXiv categories.",
        "Eighty thousand papers need a heap of some gigabytes:"
            + " PAPERWIRE_JAVA_OPTS=-Xmx3g paperwire train categories --papers FILE --out FILE."
            + " The same papers in the same order give the same model. The one that comes with"
            + " Paperwire is categories.model in topic-tagging. The first run embeds the papers,"
            + " some forty a second, and keeps the vectors for the next."
      })
  int categories(
      @Option(
              names = "--papers",
              required = true,
              paramLabel = "FILE",
              description =
                  "Papers with categories, the primary one first, and a date or an arXiv id; may be"
                      + " given several times.")
          List<Path> papers,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the model goes.")
          Path out,
      @Option(names = "--no-vectors", description = "Learn from words alone, and embed nothing.")
          boolean noVectors,
      @Option(names = "--cache", paramLabel = "FOLDER", description = KeptVectors.WHERE)
          Optional<Path> cache)
      throws IOException {
    OutputFile.requireWritable(out);
    List<PaperText> texts = texts(papers);
    Function<PaperText, Optional<SentenceVector>> meaning =
        noVectors ? _ -> Optional.empty() : vectors(texts, cache);
    CategoryTrainer trainer = new CategoryTrainer(TrainingSettings.STANDARD, this::say);
    CategoryModel model = learnt(() -> trainer.train(texts, meaning));
    write(out, model::write);
    return 0;
  }

  /** Trains the topics that papers mean. */
  @Command(
      name = "topics",
      mixinStandardHelpOptions = true,
      description = {
        "Trains the topics that papers mean without naming them.",
        "Their words tell which topics papers are about, and what sentence vectors those have in"
            + " common is learnt. The same papers in the same order give the same file. The one"
            + " that comes with Paperwire is sentence-topics.model in topic-tagging. The first run"
            + " embeds the papers, some forty a second, and keeps the vectors for the next."
      })
  int topics(
      @Option(
              names = "--papers",
              required = true,
              paramLabel = "FILE",
              description = "Papers with title and abstract; may be given several times.")
          List<Path> papers,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where what was learnt goes.")
          Path out,
      @Option(names = "--cache", paramLabel = "FOLDER", description = KeptVectors.WHERE)
          Optional<Path> cache)
      throws IOException {
    OutputFile.requireWritable(out);
    List<PaperText> texts = texts(papers);
    Function<PaperText, Optional<SentenceVector>> meaning = vectors(texts, cache);
    List<TopicTrainer.Paper> known =
        texts.stream()
            .flatMap(
                text ->
                    meaning
                        .apply(text)
                        .map(vector -> new TopicTrainer.Paper(text, vector))
                        .stream())
            .toList();
    TopicTrainer trainer =
        new TopicTrainer(
            new LexicalTagger(Vocabulary.load()), TopicTrainingSettings.STANDARD, this::say);
    SentenceTopics topics = learnt(() -> trainer.train(known));
    write(out, topics::write);
    return 0;
  }

  private List<PaperText> texts(List<Path> papers) throws IOException {
    return NamedPapers.read(papers, spec.commandLine().getErr()).stream()
        .map(paper -> paper.text())
        .toList();
  }

  private Function<PaperText, Optional<SentenceVector>> vectors(
      List<PaperText> texts, Optional<Path> cache) {
    Progress progress = new Progress("embedded", "papers", spec.commandLine().getErr());
    return new KeptVectors(cache).of(texts, progress::done);
  }

  private static <T> T learnt(Supplier<T> training) {
    try {
      return training.get();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("nothing to learn from: " + e.getMessage(), e);
    }
  }

  private void write(Path out, OutputFile.Content learnt) throws IOException {
    OutputFile.write(out, learnt);
    say("%,d bytes written to %s".formatted(Files.size(out), out));
  }

  /** Fits the calibration of topics. */
  @Command(
      name = "calibration",
      mixinStandardHelpOptions = true,
      description = {
        "Fits the calibration of topics to the tags that readers judged.",
        "The judgement stands in bench (tags.tsv); the papers are needed for their text."
            + " The calibration that comes with Paperwire is calibration.tsv in topic-tagging."
      })
  int calibration(
      @Option(
              names = "--papers",
              required = true,
              paramLabel = "FILE",
              description = "The papers of which tags were judged; may be given several times.")
          List<Path> papers,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the calibration goes.")
          Path out)
      throws IOException {
    OutputFile.requireWritable(out);
    PrintWriter errors = spec.commandLine().getErr();
    List<NamedPaper> judged = NamedPapers.read(papers, errors);
    try {
      List<String> lines = CalibrationEvaluation.fit(Vocabulary.load(), judged).lines();
      byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      write(out, file -> file.write(text));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("no tag of these papers was judged", e);
    }
    return 0;
  }

  private void say(String line) {
    PrintWriter errors = spec.commandLine().getErr();
    errors.println(line);
    errors.flush();
  }
}
