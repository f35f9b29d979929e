package io.paperwire.embedded.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the mailbox's pages. Everything is a GET and changes nothing. */
final class MailboxServer implements AutoCloseable {

  private static final Pattern MAIL_PATH = Pattern.compile("/mails/(\\d{1,9})(/html|/source)?");
  private static final Pattern BEFORE = Pattern.compile("before=(\\d{1,9})");
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  /** Another name means that a page elsewhere has had its own name point to this machine. */
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final HttpServer server;
  private final Mailbox mailbox;

  private MailboxServer(HttpServer server, Mailbox mailbox) {
    this.server = server;
    this.mailbox = mailbox;
  }

  static MailboxServer start(Mailbox mailbox, int port) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      MailboxServer server = new MailboxServer(http, mailbox);
      http.createContext("/", server::handle);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the mailbox's page cannot be served on port " + port, e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!OWN_NAMES.contains(hostOf(exchange))) {
        send(exchange, 421, "text/plain", PAGE_POLICY, "This mailbox is for this machine only.\n");
        return;
      }
      if (!READING.contains(exchange.getRequestMethod())) {
        send(exchange, 405, "text/plain", PAGE_POLICY, "GET and HEAD only\n");
        return;
      }
      String path = exchange.getRequestURI().getPath();
      Matcher mail = MAIL_PATH.matcher(path);
      if (path.equals("/")) {
        send(
            exchange,
            200,
            "text/html",
            PAGE_POLICY,
            MailboxPages.list(mailbox.mails(), mailbox.capacity(), before(exchange)));
      } else if (mail.matches()) {
        sendMail(
            exchange,
            mailbox.mail(Integer.parseInt(mail.group(1))),
            Optional.ofNullable(mail.group(2)).orElse(""));
      } else {
        send(exchange, 404, "text/plain", PAGE_POLICY, "There is nothing here.\n");
      }
    }
  }

  private static OptionalInt before(HttpExchange exchange) {
    Matcher before =
        BEFORE.matcher(Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
    return before.matches()
        ? OptionalInt.of(Integer.parseInt(before.group(1)))
        : OptionalInt.empty();
  }

  private static String hostOf(HttpExchange exchange) {
    String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    return host.replaceFirst(":\\d+$", "");
  }

  private static void sendMail(HttpExchange exchange, Optional<Mail> mail, String view)
      throws IOException {
    switch (view) {
      case "/html" -> sendPart(exchange, mail, "text/html", MAIL_POLICY, MailboxPages::frame);
      case "/source" -> sendPart(exchange, mail, "text/plain", PAGE_POLICY, Mail::source);
      default -> sendPart(exchange, mail, "text/html", PAGE_POLICY, MailboxPages::mail);
    }
  }

  private static void sendPart(
      HttpExchange exchange,
      Optional<Mail> mail,
      String type,
      String policy,
      Function<Mail, String> view)
      throws IOException {
    if (mail.isPresent()) {
      send(exchange, 200, type, policy, view.apply(mail.get()));
    } else {
      send(
          exchange,
          404,
          "text/plain",
          PAGE_POLICY,
          "There is no such mail, or it is not kept any more.\n");
    }
  }

  private static void send(
      HttpExchange exchange, int status, String type, String policy, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
