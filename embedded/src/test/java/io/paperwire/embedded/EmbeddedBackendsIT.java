package io.paperwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.embedded.registry.RegistryProcess;
import io.paperwire.provisioning.SchemaOutcome;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.provisioning.TopicOutcome;
import io.paperwire.provisioning.TopicProvisioner;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBackendsIT {

  private static final Path REGISTRY_HOME =
      Path.of(System.getProperty(RegistryProcess.HOME_PROPERTY));

  @TempDir private static Path folder;
  private static EmbeddedBackends backends;

  @BeforeAll
  static void start() throws InterruptedException {
    backends =
        EmbeddedBackends.start(
            EnumSet.allOf(Backend.class), REGISTRY_HOME, folder, BackendPorts.free());
  }

  @AfterAll
  static void stop() {
    backends.close();
  }

  @Test
  void shouldKeepCommittedRecordsWhenTheBrokerIsKilled() throws Exception {
    TopicCatalogue catalogue = provisioned();
    Topic<String, PaperSignal> topic = catalogue.paperSignals();
    PaperSignal first = signal(1);
    PaperSignal second = signal(2);
    sendInTransaction(topic, first);

    backends.broker().kill();
    backends.broker().restart();
    sendInTransaction(topic, second);

    assertThat(read(topic, 2)).containsExactly(first, second);
  }

  @Test
  void shouldTellHowTopicsStand() throws Exception {
    TopicCatalogue catalogue = provisioned();
    try (Admin admin = admin()) {
      assertThat(
              new TopicProvisioner(admin, new TopicSettings(2, 1))
                  .ensure(List.of(catalogue.digests())))
          .containsExactly(new TopicOutcome.Present("digests"));
      assertThat(
              new TopicProvisioner(admin, new TopicSettings(5, 1))
                  .ensure(List.of(catalogue.digests())))
          .containsExactly(new TopicOutcome.Different("digests", "2 partitions instead of 5"));
    }
  }

  @Test
  void shouldRefuseAnIncompatibleSchemaAndSayWhy() throws Exception {
    provisioned();
    try (SchemaRegistryClient client = registryClient()) {
      TopicCatalogue other =
          TopicCatalogue.of(RegistrySettings.at(backends.registry().url()), "other-");
      client.register(
          "other-digests-value",
          new io.confluent.kafka.schemaregistry.avro.AvroSchema(
              """
              {"type":"record","name":"Digest","namespace":"io.paperwire.schemas",
               "fields":[{"name":"digestId","type":"int"}]}
              """));
      client.updateCompatibility("other-digests-value", "FULL_TRANSITIVE");

      List<SchemaOutcome> outcomes =
          new SchemaProvisioner(client).register(List.of(other.digests()));

      assertThat(outcomes).singleElement().isInstanceOf(SchemaOutcome.Incompatible.class);
      assertThat(client.getAllVersions("other-digests-value")).containsExactly(1);
    }
  }

  @Test
  void shouldAnswerQueries() throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                backends.postgres().jdbcUrl(), backends.postgres().user(), "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 40 + 2")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }

  @Test
  void shouldShowMailsWithoutRunningWhatIsInThem() throws Exception {
    send("A <b>bold</b> subject", "plain & simple", "<p>rich <script>alert(1)</script></p>");

    Mail mail = backends.mailbox().mails().getLast();
    assertThat(mail.subject()).isEqualTo("A <b>bold</b> subject");
    assertThat(mail.to()).isEqualTo("reader@example.org");
    assertThat(mail.header("x-test")).contains("yes");
    assertThat(mail.text()).contains("plain & simple");
    assertThat(mail.html()).contains("<p>rich <script>alert(1)</script></p>");

    assertThat(get("/").body()).contains("A &lt;b&gt;bold&lt;/b&gt; subject");
    assertThat(get("/mails/" + mail.number()).body())
        .contains("plain &amp; simple")
        .doesNotContain("<script>");
    HttpResponse<String> html = get("/mails/" + mail.number() + "/html");
    assertThat(html.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
    assertThat(get("/mails/999").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSayWhichPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LoopbackPort.requireFree(taken.getLocalPort(), "the web page"))
          .isInstanceOfSatisfying(
              EmbeddedException.class,
              e -> assertThat(e.reason()).isEqualTo(EmbeddedException.Reason.PORT_TAKEN))
          .hasMessage(
              "port "
                  + taken.getLocalPort()
                  + ", meant for the web page, is taken by another program");
    }
  }

  @Test
  void shouldSayThatTheRegistryIsNotThere(@TempDir Path empty) {
    assertThatThrownBy(
            () ->
                EmbeddedBackends.start(Set.of(Backend.REGISTRY), empty, empty, BackendPorts.free()))
        .isInstanceOf(EmbeddedException.class)
        .hasMessageContaining("run mvn package");
  }

  private static TopicCatalogue provisioned() throws Exception {
    TopicCatalogue catalogue = TopicCatalogue.of(RegistrySettings.at(backends.registry().url()));
    try (Admin admin = admin();
        SchemaRegistryClient client = registryClient()) {
      new TopicProvisioner(admin, new TopicSettings(2, 1)).ensure(catalogue.all());
      new SchemaProvisioner(client).register(catalogue.all());
    }
    return catalogue;
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", backends.broker().bootstrapServers()));
  }

  private static SchemaRegistryClient registryClient() {
    return new CachedSchemaRegistryClient(backends.registry().url(), 100);
  }

  private static PaperSignal signal(long count) {
    return new PaperSignal(
        "arxiv:2401.01234",
        "hugging-face",
        PaperSignalKind.UPVOTE,
        count,
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static void sendInTransaction(Topic<String, PaperSignal> topic, PaperSignal signal) {
    try (KafkaProducer<String, PaperSignal> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                backends.broker().bootstrapServers(),
                "transactional.id",
                "embedded-backends-it"),
            topic.keySerde().serializer(),
            topic.valueSerde().serializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var _ = producer.send(new ProducerRecord<>(topic.name(), signal.getPaperId(), signal));
      producer.commitTransaction();
    }
  }

  private static List<PaperSignal> read(Topic<String, PaperSignal> topic, int count) {
    List<PaperSignal> signals = new ArrayList<>();
    Instant limit = Instant.now().plus(Duration.ofSeconds(30));
    try (KafkaConsumer<String, PaperSignal> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                backends.broker().bootstrapServers(),
                "group.id",
                "embedded-backends-it",
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            topic.keySerde().deserializer(),
            topic.valueSerde().deserializer())) {
      consumer.subscribe(List.of(topic.name()));
      while (signals.size() < count && Instant.now().isBefore(limit)) {
        for (ConsumerRecord<String, PaperSignal> record : consumer.poll(Duration.ofMillis(200))) {
          signals.add(record.value());
        }
      }
    }
    return signals;
  }

  private static void send(String subject, String text, String html) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", backends.mailbox().smtpHost());
    properties.put("mail.smtp.port", backends.mailbox().smtpPort());
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("papers@example.org"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("reader@example.org"));
    message.setSubject(subject, "UTF-8");
    message.setHeader("X-Test", "yes");
    MimeBodyPart textPart = new MimeBodyPart();
    textPart.setText(text, "UTF-8");
    MimeBodyPart htmlPart = new MimeBodyPart();
    htmlPart.setText(html, "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", textPart, htmlPart));
    Transport.send(message);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(backends.mailbox().pageUrl() + path)).build(),
          BodyHandlers.ofString());
    }
  }
}
