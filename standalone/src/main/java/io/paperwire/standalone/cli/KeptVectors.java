package io.paperwire.standalone.cli;

import io.paperwire.embedded.process.UserCache;
import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.OnnxEmbedder;
import io.paperwire.embedding.PackagedModel;
import io.paperwire.standalone.ranking.Ranking;
import io.paperwire.standalone.ranking.VectorCache;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sentence vectors of papers, computed once and kept in a folder. */
final class KeptVectors {

  /** Of the option that names the folder. */
  static final String WHERE =
      "Where vectors are kept (default: paperwire in $XDG_CACHE_HOME, or else in ~/.cache).";

  /** The stream's own model, so that papers rank and are judged here as they are there. */
  private static final PackagedModel PACKAGED = PackagedModel.forPapers();

  private static final EmbedderSettings SETTINGS = EmbedderSettings.DEFAULT;
  private static final EmbeddingModel MODEL = PACKAGED.model(SETTINGS.maxTokens());

  private final Path folder;

  /**
   * Vectors.
   *
   * @param folder where they are kept; empty: the user's folder for what can be made anew (XDG Base
   *     Directory Specification)
   */
  KeptVectors(Optional<Path> folder) {
    this.folder = folder.orElseGet(UserCache::folder);
  }

  /** An embedder with the settings that the service comes with; its model is loaded when needed. */
  static Embedder embedder() {
    return Embedder.loadedOnDemand(MODEL, () -> OnnxEmbedder.open(PACKAGED, SETTINGS));
  }

  /** What of a paper is embedded. */
  static String text(PaperText paper) {
    return EmbeddedText.ofPaper(paper.title(), paper.abstractText());
  }

  /**
   * Gives the papers of a ranking their meaning, and computes the vectors that are missing.
   *
   * @param progress told how far that is
   * @throws CommandFailure if vectors cannot be kept in the folder
   */
  void embed(Ranking ranking, VectorCache.ProgressListener progress) {
    try (Embedder embedder = embedder()) {
      ranking.embed(VectorCache.open(folder, MODEL), embedder::embed, progress);
    } catch (IOException e) {
      throw cannotKeep(e);
    }
  }

  /**
   * The vectors of some papers; those that are missing are computed first.
   *
   * @param progress told how far that is
   * @return the vector of each of these papers, and nothing for others
   * @throws CommandFailure if vectors cannot be kept in the folder
   */
  Function<PaperText, Optional<SentenceVector>> of(
      List<PaperText> papers, VectorCache.ProgressListener progress) {
    try (Open open = open()) {
      open.compute(papers, progress);
      return open::of;
    }
  }

  /**
   * Opens them for papers that come one after the other.
   *
   * @throws CommandFailure if vectors cannot be kept in the folder
   */
  Open open() {
    try {
      return new Open(VectorCache.open(folder, MODEL));
    } catch (IOException e) {
      throw cannotKeep(e);
    }
  }

  /** Vectors to read, and to compute until it is closed. */
  final class Open implements AutoCloseable {

    private final VectorCache vectors;
    private final Embedder embedder = embedder();

    private Open(VectorCache vectors) {
      this.vectors = vectors;
    }

    /**
     * Computes the vectors of papers that are missing.
     *
     * @param progress told how far that is
     * @throws CommandFailure if vectors cannot be kept in the folder
     */
    void compute(List<PaperText> papers, VectorCache.ProgressListener progress) {
      try {
        vectors.all(papers.stream().map(KeptVectors::text).toList(), embedder::embed, progress);
      } catch (IOException e) {
        throw cannotKeep(e);
      }
    }

    /** The vector of a paper, if it was computed. */
    Optional<SentenceVector> of(PaperText paper) {
      return vectors
          .get(text(paper))
          .map(kept -> new SentenceVector(MODEL.name(), MODEL.version(), kept.toFloats()));
    }

    @Override
    public void close() {
      embedder.close();
    }
  }

  private CommandFailure cannotKeep(IOException e) {
    return new CommandFailure(
        "vectors cannot be kept in " + folder + ": " + e + "; name another folder by --cache", e);
  }
}
