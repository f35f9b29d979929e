package io.paperwire.standalone.ranking;

import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.embedding.TextHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Vectors of one model on disk, by the hash of their text. The file holds records of one size: hash
 * (32 bytes), scale (4), components (a byte each), checksum (4). Records are only ever appended,
 * under a lock; several processes may share a file, and whatever a crash left behind half-written
 * is passed over.
 */
public final class VectorCache {

  private static final int HASH_BYTES = 32;
  private static final int BATCH = 4096;

  private final EmbeddingModel model;
  private final Path file;
  private final int recordBytes;
  private final Map<String, Int8Vector> vectors = new HashMap<>();

  private VectorCache(EmbeddingModel model, Path file) {
    this.model = model;
    this.file = file;
    this.recordBytes = HASH_BYTES + Float.BYTES + model.dimensions() + Integer.BYTES;
  }

  /**
   * Opens the cache of a model, and reads what is there.
   *
   * @param folder folder of all caches; it is made if need be
   * @throws IOException if it cannot be read or written
   */
  public static VectorCache open(Path folder, EmbeddingModel model) throws IOException {
    Files.createDirectories(folder);
    String name = (model.name() + "-" + model.version()).replaceAll("[^A-Za-z0-9._-]", "-");
    VectorCache cache = new VectorCache(model, folder.resolve(name + ".vectors"));
    cache.load();
    return cache;
  }

  /** The vector of a text, if it was kept. */
  public Optional<Int8Vector> get(String text) {
    return Optional.ofNullable(vectors.get(TextHash.of(text)));
  }

  /**
   * Keeps vectors, on disk when this returns.
   *
   * @param texts texts
   * @param their the vector of each
   */
  public void putAll(List<String> texts, List<Int8Vector> their) throws IOException {
    ByteBuffer records = ByteBuffer.allocate(texts.size() * recordBytes);
    for (int i = 0; i < texts.size(); i++) {
      String hash = TextHash.of(texts.get(i));
      vectors.put(hash, their.get(i));
      int start = records.position();
      records.put(HexFormat.of().parseHex(hash));
      records.putFloat(their.get(i).scale());
      records.put(their.get(i).values());
      records.putInt(checksum(records.array(), start));
    }
    append(records.flip());
  }

  private void append(ByteBuffer records) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      // A record that was cut off would shift all that come after it.
      long whole = channel.size() / recordBytes * recordBytes;
      channel.position(whole);
      while (records.hasRemaining()) {
        channel.write(records);
      }
    }
  }

  private void load() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    byte[] bytes = new byte[BATCH * recordBytes];
    try (var in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(bytes, 0, bytes.length);
          read >= recordBytes;
          read = in.readNBytes(bytes, 0, bytes.length)) {
        for (int start = 0; start + recordBytes <= read; start += recordBytes) {
          take(bytes, start);
        }
      }
    }
  }

  private void take(byte[] bytes, int start) {
    ByteBuffer record = ByteBuffer.wrap(bytes, start, recordBytes);
    byte[] hash = new byte[HASH_BYTES];
    record.get(hash);
    float scale = record.getFloat();
    byte[] values = new byte[model.dimensions()];
    record.get(values);
    if (record.getInt() == checksum(bytes, start)) {
      vectors.put(HexFormat.of().formatHex(hash), new Int8Vector(scale, values));
    }
  }

  private int checksum(byte[] bytes, int start) {
    CRC32 crc = new CRC32();
    crc.update(bytes, start, recordBytes - Integer.BYTES);
    return (int) crc.getValue();
  }

  /**
   * Vectors of texts, in their order: those that were kept, and the others computed by {@code
   * embed} and kept at once, some hundred at a time.
   *
   * @param texts texts
   * @param embed computes vectors of texts, in their order
   * @param progress told how many of how many that were missing are done
   */
  public List<Int8Vector> all(List<String> texts, BatchEmbedder embed, ProgressListener progress)
      throws IOException {
    List<String> missing = texts.stream().distinct().filter(t -> get(t).isEmpty()).toList();
    int batch = 128;
    for (int from = 0; from < missing.size(); from += batch) {
      List<String> some = missing.subList(from, Math.min(missing.size(), from + batch));
      putAll(some, embed.embed(some).stream().map(Int8Vector::of).toList());
      progress.done(from + some.size(), missing.size());
    }
    List<Int8Vector> all = new ArrayList<>(texts.size());
    texts.forEach(text -> all.add(get(text).orElseThrow()));
    return all;
  }

  /** Computes vectors. */
  @FunctionalInterface
  public interface BatchEmbedder {
    /** The vector of each text, of length 1. */
    List<float[]> embed(List<String> texts);
  }

  /** Is told how far long work is. */
  @FunctionalInterface
  public interface ProgressListener {
    /** So many of so many are done. */
    void done(int done, int all);
  }
}
