package io.paperwire.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * A {@link PackagedModel} on ONNX Runtime. One session holds the weights; each text is a run of its
 * own on one thread, so that its vector depends on nothing else (see the package).
 */
public final class OnnxEmbedder implements Embedder {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final EmbeddingModel model;
  private final PackagedModel packaged;
  private final WordPieceTokenizer tokenizer;
  private final OrtSession session;
  private final boolean readsTypes;
  private final String output;
  private final ExecutorService workers;
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxEmbedder(
      PackagedModel packaged,
      EmbedderSettings settings,
      WordPieceTokenizer tokenizer,
      OrtSession session) {
    this.model = packaged.model(settings.maxTokens());
    this.packaged = packaged;
    this.tokenizer = tokenizer;
    this.session = session;
    this.readsTypes = session.getInputNames().contains(TYPES);
    this.output = session.getOutputNames().iterator().next();
    this.workers =
        Executors.newFixedThreadPool(
            settings.threads(), Thread.ofPlatform().daemon().name("embedder-", 1).factory());
  }

  /**
   * Loads a model: about a second, and memory of about twice the size of its weights.
   *
   * @throws IllegalStateException if the weights are not on the class path
   * @throws EmbeddingException if the runtime refuses them
   */
  public static OnnxEmbedder open(PackagedModel packaged, EmbedderSettings settings) {
    try {
      var tokenizer = new WordPieceTokenizer(VocabularyReader.read(packaged.tokenizer()));
      try (var options = new SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        // The arena would keep the memory of the longest text for each thread.
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        var session = OrtEnvironment.getEnvironment().createSession(packaged.weights(), options);
        return new OnnxEmbedder(packaged, settings, tokenizer, session);
      }
    } catch (OrtException e) {
      throw new EmbeddingException("Cannot load " + packaged.modelName(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public EmbeddingModel model() {
    return model;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    var tokens = new ArrayList<long[]>(texts.size());
    for (String text : texts) {
      tokens.add(tokenizer.tokens(packaged.prefix() + text, model.maxTokens()));
    }
    if (tokens.size() == 1) {
      return List.of(vectorOf(tokens.getFirst()));
    }
    // The longest first, so that no thread is left with a long one at the end.
    int[] longestFirst =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> tokens.get(i).length).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    var running = new ArrayList<Future<float[]>>(texts.size());
    for (int index : longestFirst) {
      running.add(workers.submit(() -> vectorOf(tokens.get(index))));
    }
    var vectors = new float[texts.size()][];
    for (int i = 0; i < longestFirst.length; i++) {
      vectors[longestFirst[i]] = result(running.get(i));
    }
    return List.of(vectors);
  }

  private float[] result(Future<float[]> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw new EmbeddingException(model.name() + " failed on a text", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddingException("Interrupted", e);
    }
  }

  private float[] vectorOf(long[] tokens) {
    inUse.readLock().lock();
    try {
      if (closed || ProcessEnd.hasBegun()) {
        throw EmbeddingException.closed(model);
      }
      return vector(tokens);
    } catch (OrtException e) {
      throw new EmbeddingException(model.name() + " failed on a text", e);
    } finally {
      inUse.readLock().unlock();
    }
  }

  private float[] vector(long[] tokens) throws OrtException {
    var environment = OrtEnvironment.getEnvironment();
    long[] shape = {1, tokens.length};
    var ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
        var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        var types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(tokens.length), shape);
        var result =
            session.run(
                readsTypes
                    ? Map.of(IDS, ids, MASK, mask, TYPES, types)
                    : Map.of(IDS, ids, MASK, mask),
                Set.of(output))) {
      var hidden = (OnnxTensor) result.get(0);
      return pooled(hidden.getFloatBuffer(), packaged.pooling().tokensRead(tokens.length));
    }
  }

  private float[] pooled(FloatBuffer hidden, int tokens) {
    var sum = new float[model.dimensions()];
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += hidden.get(token * sum.length + i);
      }
    }
    return Vectors.normalised(sum);
  }

  /** Waits for the texts that are being worked on. Whoever comes later is refused. */
  @Override
  public void close() {
    workers.close();
    inUse.writeLock().lock();
    try {
      if (!closed && !ProcessEnd.hasBegun()) {
        session.close();
      }
      closed = true;
    } catch (OrtException e) {
      throw new EmbeddingException("Cannot close " + model.name(), e);
    } finally {
      inUse.writeLock().unlock();
    }
  }
}
