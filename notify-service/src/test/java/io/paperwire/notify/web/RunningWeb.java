package io.paperwire.notify.web;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The web role in this JVM, on topics and a database of its own. */
public final class RunningWeb implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Backends backends;
  private final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final KafkaProducer<String, byte[]> producer;

  private RunningWeb(Backends backends, EmbeddedServer server) {
    this.backends = backends;
    this.server = server;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", backends.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Starts it and waits until it answers that all is well.
   *
   * @param name tells its topics and its database from those of others
   */
  public static RunningWeb start(Backends backends, String name) {
    return start(backends, name, Map.of());
  }

  /** Starts it like {@link #start(Backends, String)}, with further settings. */
  public static RunningWeb start(Backends backends, String name, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.port", -1);
    properties.put("paperwire.roles", "web");
    properties.put("kafka.bootstrap.servers", backends.bootstrapServers());
    properties.put("paperwire.registry.url", backends.registryUrl());
    properties.put("paperwire.topics.prefix", name + "-");
    properties.put("paperwire.topics.partitions", 2);
    properties.put("datasources.default.url", backends.jdbcUrl(name.replace('-', '_')));
    properties.put("datasources.default.username", backends.databaseUser());
    properties.put("datasources.default.password", backends.databasePassword());
    properties.put("paperwire.mail.smtp.host", backends.mailbox().smtpHost());
    properties.put("paperwire.mail.smtp.port", backends.mailbox().smtpPort());
    properties.put("paperwire.mail.from", "papers@example.org");
    properties.put("paperwire.web.base-url", "http://papers.example.org");
    properties.put("paperwire.web.sign-up.address-pause", "0s");
    properties.put("paperwire.web.sign-up.client-limit", 0);
    properties.put("paperwire.web.search.client-limit", 0);
    properties.put("paperwire.token.secret", UUID.randomUUID().toString());
    properties.putAll(settings);
    RunningWeb web =
        new RunningWeb(backends, ApplicationContext.run(EmbeddedServer.class, properties));
    await().atMost(LIMIT).until(() -> web.get("/health").statusCode() == 200);
    return web;
  }

  /** A bean of the application. */
  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** The topic that the catalogue is made from. */
  public Topic<String, EnrichedPaper> papers() {
    return bean(TopicCatalogue.class).enrichedPapers();
  }

  /** Publishes papers as enrich does. */
  public void publish(List<EnrichedPaper> papers) {
    for (EnrichedPaper paper : papers) {
      publish(
          paper.getPaperId(), papers().valueSerde().serializer().serialize(papers().name(), paper));
    }
  }

  /** Publishes any bytes. */
  public void publish(String key, byte[] value) {
    send(new ProducerRecord<>(papers().name(), key, value));
  }

  /** Publishes that a paper is gone. */
  public void publishTombstone(String key) {
    send(new ProducerRecord<>(papers().name(), key, null));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The backends that it runs on. */
  public Backends backends() {
    return backends;
  }

  /** The server's address. */
  public URI address() {
    return server.getURI();
  }

  /** GET of a path. */
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** POST of a form. */
  public HttpResponse<String> post(String path, String form) {
    return send(postOf(path, form));
  }

  /** POST of a form, to which headers can be added. */
  public HttpRequest.Builder postOf(String path, String form) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  /** POST of a file, as the field {@code file} of a form. */
  public HttpRequest.Builder upload(String path, String name, String text) {
    String head =
        """
        --b
        Content-Disposition: form-data; name="file"; filename="%s"
        Content-Type: text/plain

        """
            .formatted(name)
            .replace("\n", "\r\n");
    String body = head + text + "\r\n--b--\r\n";
    return request(path)
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(BodyPublishers.ofString(body));
  }

  /** A request to a path. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.getURI() + path));
  }

  /** Sends a request; redirects are not followed. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    producer.close();
    http.close();
    server.close();
  }
}
