package io.paperwire.standalone.cli;

import io.paperwire.embedded.process.UserCache;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.OnnxEmbedder;
import io.paperwire.embedding.PackagedModel;
import io.paperwire.standalone.ranking.Ranking;
import io.paperwire.standalone.ranking.VectorCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The sentence vectors by which papers are ranked, kept in a folder. */
final class RankingVectors {

  /** The stream's own model, so that papers rank here as they do in mails. */
  private static final PackagedModel MODEL = PackagedModel.forPapers();

  private final Path folder;

  /**
   * Vectors.
   *
   * @param folder where they are kept; empty: the user's folder for what can be made anew (XDG Base
   *     Directory Specification)
   */
  RankingVectors(Optional<Path> folder) {
    this.folder = folder.orElseGet(UserCache::folder);
  }

  /**
   * Gives the papers of a ranking their meaning, and computes the vectors that are missing.
   *
   * @param progress told how far that is
   * @throws CommandFailure if vectors cannot be kept in the folder
   */
  void embed(Ranking ranking, VectorCache.ProgressListener progress) throws IOException {
    EmbedderSettings settings = EmbedderSettings.DEFAULT;
    VectorCache vectors;
    try {
      vectors = VectorCache.open(folder, MODEL.model(settings.maxTokens()));
    } catch (IOException e) {
      throw new CommandFailure(
          "vectors cannot be kept in " + folder + ": " + e + "; name another folder by --cache", e);
    }
    try (Embedder embedder =
        Embedder.loadedOnDemand(
            MODEL.model(settings.maxTokens()), () -> OnnxEmbedder.open(MODEL, settings))) {
      ranking.embed(vectors, embedder::embed, progress);
    }
  }
}
