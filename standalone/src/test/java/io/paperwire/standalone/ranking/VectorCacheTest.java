package io.paperwire.standalone.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.Int8Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorCacheTest {

  private static final EmbeddingModel MODEL = new EmbeddingModel("tiny", "1/8", 3, 8);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private final List<String> embedded = new ArrayList<>();

  @Test
  void shouldEmbedEachTextOnceAndKeepItsVectorOnDisk() throws IOException {
    List<Int8Vector> first = all(VectorCache.open(folder, MODEL), "a", "bb", "a");
    List<Int8Vector> second = all(VectorCache.open(folder, MODEL), "bb", "a", "bb");

    assertThat(embedded).containsExactly("a", "bb");
    assertThat(second).containsExactly(first.get(1), first.get(0), first.get(1));
  }

  @Test
  void shouldPassOverARecordThatWasCutOffAndGoOnBehindTheWholeOnes() throws IOException {
    all(VectorCache.open(folder, MODEL), "a");
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

    all(VectorCache.open(folder, MODEL), "bb");

    assertThat(Files.size(file)).isEqualTo(2L * whole.length);
    all(VectorCache.open(folder, MODEL), "a", "bb");
    assertThat(embedded).containsExactly("a", "bb");
  }

  @Test
  void shouldEmbedAgainWhatWasDamaged() throws IOException {
    all(VectorCache.open(folder, MODEL), "a");
    Path file = file();
    byte[] bytes = Files.readAllBytes(file);
    bytes[36]++;
    Files.write(file, bytes);

    all(VectorCache.open(folder, MODEL), "a");

    assertThat(embedded).containsExactly("a", "a");
  }

  @Test
  void shouldKeepTheVectorsOfEachModelApart() throws IOException {
    all(VectorCache.open(folder, MODEL), "a");
    all(VectorCache.open(folder, new EmbeddingModel("tiny", "2/8", 3, 8)), "a");

    assertThat(embedded).containsExactly("a", "a");
  }

  private Path file() throws IOException {
    try (var files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private List<Int8Vector> all(VectorCache cache, String... texts) throws IOException {
    return cache.all(
        List.of(texts),
        some -> {
          embedded.addAll(some);
          return some.stream().map(text -> new float[] {text.length(), 1, 0}).toList();
        },
        (_, _) -> {});
  }
}
