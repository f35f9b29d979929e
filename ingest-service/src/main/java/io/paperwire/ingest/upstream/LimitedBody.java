package io.paperwire.ingest.upstream;

import io.paperwire.ingest.record.RawBytes;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads an answer's body up to a limit; of a larger one the beginning is kept. */
final class LimitedBody implements BodySubscriber<LimitedBody.Body> {

  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Body> body = new CompletableFuture<>();
  private Optional<Subscription> upstream = Optional.empty();

  LimitedBody(int limit) {
    this.limit = limit;
  }

  /**
   * What was read.
   *
   * @param bytes at most as many as are allowed
   * @param whole whether that is all
   */
  record Body(RawBytes bytes, boolean whole) {}

  @Override
  public CompletionStage<Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = Optional.of(subscription);
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] piece = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
      buffer.get(piece);
      bytes.writeBytes(piece);
      if (buffer.hasRemaining()) {
        upstream.ifPresent(Subscription::cancel);
        body.complete(new Body(RawBytes.of(bytes.toByteArray()), false));
        return;
      }
    }
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    body.complete(new Body(RawBytes.of(bytes.toByteArray()), true));
  }
}
