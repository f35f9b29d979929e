package io.paperwire.ingest.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paperwire.ingest.config.UpstreamConfiguration;
import io.paperwire.ingest.record.RawBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An upstream on loopback that answers as it is told to, and keeps a log of what it was asked. */
public final class ScriptedUpstream implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
  private final List<Asked> log = new CopyOnWriteArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Opens an upstream on a free port. */
  public ScriptedUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * A way to this upstream and to no other.
   *
   * @param mostBytes of an answer
   */
  public Upstreams alone(int mostBytes, InstantSource clock) {
    return new Upstreams(
        new UpstreamConfiguration(
            "x", Duration.ofSeconds(5), mostBytes, List.of(hostAndPort()), false),
        Turns.unshared(),
        clock);
  }

  /**
   * What was asked.
   *
   * @param target path of the request, with the query where there is one
   * @param nanos when, on the clock of {@link System#nanoTime}
   * @param headers of the request; names begin with a capital and go on in small letters
   * @param answer what it was answered
   */
  public record Asked(String target, long nanos, Map<String, List<String>> headers, Answer answer) {

    /** A header's first value. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** The condition, where there was one. */
    public Optional<String> etag() {
      return header("If-none-match");
    }

    /** Path without query. */
    public String path() {
      return URI.create(target).getPath();
    }
  }

  /**
   * An answer.
   *
   * @param bytesSent how many bytes of the body are sent before the connection dies; all if
   *     negative, none and nothing else for {@link #NEVER}
   */
  public record Answer(int status, Map<String, String> headers, RawBytes body, int bytesSent) {

    private static final int NEVER = Integer.MAX_VALUE;

    /** A whole answer with a tag. */
    public static Answer tagged(String etag, String body) {
      return new Answer(200, Map.of("ETag", etag), utf8(body), -1);
    }

    /** A whole answer without a body. */
    public static Answer of(int status, Map<String, String> headers) {
      return new Answer(status, headers, utf8(""), -1);
    }

    /** A whole answer. */
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of(), utf8(body), -1);
    }

    /** A whole answer with status 200. */
    public static Answer ok(String body) {
      return of(200, body);
    }

    /** A whole answer with status 200. */
    public static Answer ok(byte[] body) {
      return new Answer(200, Map.of(), RawBytes.of(body), -1);
    }

    /** An answer that is cut off by a dying connection. */
    public static Answer dying(String body, int bytesSent) {
      return new Answer(200, Map.of("ETag", "\"dying\""), utf8(body), bytesSent);
    }

    /** No answer at all, for as long as the upstream is open. */
    public static Answer never() {
      return new Answer(200, Map.of(), utf8(""), NEVER);
    }

    private static RawBytes utf8(String text) {
      return RawBytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Where it is. */
  public String url() {
    return "http://" + hostAndPort();
  }

  /** Where it is, as the configuration of private hosts takes it. */
  public String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sets the answers of a path, or of a path with its query; the last is given again and again. */
  public void answer(String target, Answer... answers) {
    script.put(target, new ArrayDeque<>(Arrays.asList(answers)));
  }

  /** Sets the answers to whatever is asked that has none of its own; the last is repeated. */
  public void answerAll(Answer... answers) {
    answer("*", answers);
  }

  /** True if only those answers are left that are given again and again. */
  public boolean isPlayed() {
    return script.values().stream()
        .allMatch(
            answers -> {
              synchronized (answers) {
                return answers.size() <= 1;
              }
            });
  }

  /** What it was asked, in order. */
  public List<Asked> log() {
    return new ArrayList<>(log);
  }

  /** What it was asked for a path. */
  public List<Asked> log(String path) {
    return log.stream().filter(asked -> asked.path().equals(path)).toList();
  }

  /** How many requests there were at the same time, at most. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      long now = System.nanoTime();
      Answer answer = next(target);
      Asked asked = new Asked(target, now, Map.copyOf(exchange.getRequestHeaders()), answer);
      log.add(asked);
      send(exchange, answer, asked.etag());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer next(String target) {
    Deque<Answer> answers =
        Optional.ofNullable(script.get(target))
            .or(() -> Optional.ofNullable(script.get(URI.create(target).getPath())))
            .or(() -> Optional.ofNullable(script.get("*")))
            .orElseGet(ArrayDeque::new);
    synchronized (answers) {
      if (answers.isEmpty()) {
        return Answer.of(404, "nothing here");
      }
      return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
  }

  private void send(HttpExchange exchange, Answer answer, Optional<String> etag)
      throws IOException, InterruptedException {
    if (answer.bytesSent() == Answer.NEVER) {
      closed.await();
      return;
    }
    atOnce.decrementAndGet(); // who has the whole answer may ask again before this goes on
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (answer.status() == 200
        && etag.isPresent()
        && etag.get().equals(answer.headers().get("ETag"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] body = answer.body().copy(Integer.MAX_VALUE);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body, 0, answer.bytesSent() < 0 ? body.length : answer.bytesSent());
      out.flush();
    } catch (IOException e) {
      if (answer.bytesSent() >= 0) {
        throw e; // lets the server close the connection
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
