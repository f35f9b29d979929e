package io.paperwire.ingest.source.arxivfeed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An upstream on loopback that answers as it is told to, and keeps a log of what it was asked. */
final class ScriptedUpstream implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
  private final List<Asked> log = new CopyOnWriteArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  ScriptedUpstream() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * What was asked.
   *
   * @param path of the request
   * @param nanos when, on the clock of {@link System#nanoTime}
   * @param etag of the condition, where there was one
   * @param userAgent of the request
   */
  record Asked(String path, long nanos, Optional<String> etag, String userAgent) {}

  /**
   * An answer.
   *
   * @param bytesSent how many bytes of the body are sent before the connection dies; all if
   *     negative
   */
  record Answer(int status, Map<String, String> headers, String body, int bytesSent) {

    static Answer feed(String etag, String body) {
      return new Answer(200, Map.of("ETag", etag), body, -1);
    }

    static Answer of(int status, Map<String, String> headers) {
      return new Answer(status, headers, "", -1);
    }

    static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body, -1);
    }

    static Answer dying(String body, int bytesSent) {
      return new Answer(200, Map.of("ETag", "\"dying\""), body, bytesSent);
    }
  }

  /** Where it is. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sets the answers of a path; the last one is given again and again. */
  void answer(String path, Answer... answers) {
    script.put(path, new ArrayDeque<>(Arrays.asList(answers)));
  }

  /** What it was asked, in order. */
  List<Asked> log() {
    return new ArrayList<>(log);
  }

  /** What it was asked for a path. */
  List<Asked> log(String path) {
    return log.stream().filter(asked -> asked.path().equals(path)).toList();
  }

  /** How many requests there were at the same time, at most. */
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Optional<String> etag =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match"));
      String userAgent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
      log.add(new Asked(path, System.nanoTime(), etag, userAgent));
      send(exchange, next(path), etag);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private Answer next(String path) {
    Deque<Answer> answers = script.getOrDefault(path, new ArrayDeque<>());
    synchronized (answers) {
      if (answers.isEmpty()) {
        return Answer.of(404, "nothing here");
      }
      return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
  }

  private static void send(HttpExchange exchange, Answer answer, Optional<String> etag)
      throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (answer.status() == 200
        && etag.isPresent()
        && etag.get().equals(answer.headers().get("ETag"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body, 0, answer.bytesSent() < 0 ? body.length : answer.bytesSent());
    } catch (IOException e) {
      // dying in the middle is what the script asked for
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
