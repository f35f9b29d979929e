package io.paperwire.notify.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on a free port that says what a test tells it to say. */
public final class ScriptedSmtpServer implements AutoCloseable {

  /** Instead of an answer: closes the connection. */
  static final String HANG_UP = "";

  /** Instead of an answer: nothing, while the connection stays open. */
  public static final String SILENCE = " ";

  private static final Map<String, String> FRIENDLY =
      Map.of("GREETING", "220 ready", "DATA", "354 go on", ".", "250 2.0.0 Ok: queued as 4D2F1");

  private final ServerSocket listener;
  private final Thread acceptor;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<String> greetings = new CopyOnWriteArrayList<>();
  private final List<String> senders = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger silences = new AtomicInteger();
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private volatile int most = Integer.MAX_VALUE;

  public ScriptedSmtpServer() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    acceptor = Thread.ofVirtual().start(this::accept);
  }

  /**
   * From now on, answers a command in this way.
   *
   * @param command the verb, {@code GREETING}, or {@code .} for the end of a mail
   */
  public void answer(String command, String answer) {
    answers.put(command, answer);
  }

  /** From now on, is friendly again. */
  public void recover() {
    answers.clear();
  }

  /** From now on, greets no more clients at once than so many. */
  void allow(int connections) {
    most = connections;
  }

  /** How many clients it turned away because it had enough. */
  int turnedAway() {
    return turnedAway.get();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The mails that arrived whole, as sent. */
  public List<String> mails() {
    return mails;
  }

  /** The commands with which clients greeted. */
  List<String> greetings() {
    return greetings;
  }

  /** The commands that named an envelope's sender. */
  List<String> senders() {
    return senders;
  }

  /** How often it gave no answer so far. */
  public int silences() {
    return silences.get();
  }

  /** How many connections were ever made. */
  int connections() {
    return connections.get();
  }

  /** Cuts all connections, as a server does that is restarted. */
  void cutConnections() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Says something unasked on all connections, as a server does that is about to close them. */
  void sayUnasked(String line) throws IOException {
    for (Socket socket : open) {
      write(socket, line);
    }
  }

  /** Returns when the port refuses connections: not before nobody waits for one any more. */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cutConnections();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try {
      if (live.incrementAndGet() <= most) {
        converse(socket);
      } else {
        turnedAway.incrementAndGet();
        turnAway(socket);
      }
    } finally {
      live.decrementAndGet();
    }
  }

  private static void turnAway(Socket socket) {
    try (socket) {
      write(socket, "421 4.7.0 too many connections");
    } catch (IOException gone) {
      // The client hung up.
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      boolean on = say(socket, "GREETING");
      String line = on ? in.readLine() : null;
      while (on && line != null) {
        String verb = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> greetings.add(line);
          case "MAIL" -> senders.add(line);
          default -> {}
        }
        on = say(socket, verb);
        if (on && verb.equals("DATA") && !answers.containsKey("DATA")) {
          mails.add(body(in));
          on = say(socket, ".");
        }
        line = on && !verb.equals("QUIT") ? in.readLine() : null;
      }
    } catch (IOException gone) {
      // The client hung up.
    }
  }

  private static String body(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
    }
    return mail.toString();
  }

  private boolean say(Socket socket, String command) throws IOException {
    String answer = answers.getOrDefault(command, FRIENDLY.getOrDefault(command, "250 ok"));
    if (answer.equals(HANG_UP)) {
      return false;
    }
    if (answer.equals(SILENCE)) {
      silences.incrementAndGet();
      return true;
    }
    write(socket, answer);
    return true;
  }

  private static void write(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
