package io.paperwire.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.BackendPorts;
import io.paperwire.embedded.mailbox.MailboxCapacity;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServiceEnvironmentTest {

  private static final BackendAddresses BACKENDS =
      new BackendAddresses(
          "127.0.0.1:9092",
          "http://127.0.0.1:8085/apis/ccompat/v7",
          "jdbc:postgresql://127.0.0.1:5432/postgres",
          "postgres",
          "db-password",
          "127.0.0.1",
          2525);

  @Test
  void shouldTellOnlyWhoNeedsItHowToGetIntoTheDatabase() {
    assertThat(with(Map.of()).of(Service.NOTIFY))
        .containsEntry("DATASOURCES_DEFAULT_USERNAME", "postgres")
        .containsEntry("DATASOURCES_DEFAULT_PASSWORD", "db-password");
    assertThat(with(Map.of()).of(Service.INGEST)).doesNotContainValue("db-password");
    assertThat(with(Map.of()).of(Service.ENRICH)).doesNotContainValue("db-password");
  }

  @Test
  void shouldSendMailsToTheMailboxIfNoServerIsNamed() {
    assertThat(with(Map.of()).of(Service.NOTIFY))
        .containsEntry("PAPERWIRE_MAIL_SMTP_HOST", "127.0.0.1")
        .containsEntry("PAPERWIRE_MAIL_SMTP_PORT", "2525");
    assertThat(with(Map.of("PAPERWIRE_MAIL_SMTP_HOST", "")).of(Service.NOTIFY))
        .containsEntry("PAPERWIRE_MAIL_SMTP_HOST", "127.0.0.1");
  }

  @Test
  void shouldLeaveThePortToTheServiceWhereOnlyAServerIsNamed() {
    ServiceEnvironment environment = with(Map.of("PAPERWIRE_MAIL_SMTP_HOST", "smtp.example.org"));

    assertThat(environment.of(Service.NOTIFY))
        .containsEntry("PAPERWIRE_MAIL_SMTP_HOST", "smtp.example.org")
        .doesNotContainKey("PAPERWIRE_MAIL_SMTP_PORT");
    assertThat(environment.ignored()).isEmpty();
  }

  @Test
  void shouldTakeWhatTheSettingsSay() {
    Map<String, String> said =
        Map.of(
            "MICRONAUT_SERVER_HOST", "0.0.0.0",
            "PAPERWIRE_INGEST_API_KEYS", "abc",
            "PAPERWIRE_INGEST_FILES_FOLDER", "/srv/papers",
            "PAPERWIRE_TOPICS_PARTITIONS", "12",
            "PAPERWIRE_DELIVER_LEASE", "2m",
            "PAPERWIRE_MAIL_SMTP_HOST", "smtp.example.org",
            "PAPERWIRE_MAIL_SMTP_PORT", "587",
            "PAPERWIRE_TOKEN_SECRET", "said");
    ServiceEnvironment environment = with(said);

    for (Service service : Service.values()) {
      assertThat(environment.of(service)).containsAllEntriesOf(said);
    }
    assertThat(environment.ignored()).isEmpty();
    assertThat(settings(said).inbox()).isEqualTo(Path.of("/srv/papers"));
    assertThat(settings(said).host()).isEqualTo("127.0.0.1");
    assertThat(settings(Map.of("MICRONAUT_SERVER_HOST", "192.0.2.1")).host())
        .isEqualTo("192.0.2.1");
  }

  @Test
  void shouldSayWhatItCannotTake() {
    ServiceEnvironment environment =
        with(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka.example.org:9092",
                "PAPERWIRE_REGISTRY_URL", BACKENDS.registryUrl(),
                "PAPERWIRE_MAIL_SMTP_PORT", "587",
                "MICRONAUT_SERVER_PORT", "80"));

    assertThat(environment.of(Service.INGEST))
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
        .containsEntry("MICRONAUT_SERVER_PORT", "8081");
    assertThat(environment.of(Service.NOTIFY)).containsEntry("PAPERWIRE_MAIL_SMTP_PORT", "2525");
    assertThat(environment.ignored())
        .containsExactly(
            "KAFKA_BOOTSTRAP_SERVERS is ignored: the services use the backends that were started"
                + " for them",
            "MICRONAUT_SERVER_PORT is ignored: each service has a port of its own, see -h",
            "PAPERWIRE_MAIL_SMTP_PORT is ignored: mails go to the mailbox unless"
                + " PAPERWIRE_MAIL_SMTP_HOST names a server");
  }

  @Test
  void shouldLeaveOutWhatServicesCannotShare() {
    Map<String, String> said =
        Map.of(
            "ENDPOINTS_ALL_PORT", "9999",
            "PAPERWIRE_STREAMS_APPLICATION_ID", "mine",
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "KAFKA_SASL_MECHANISM", "PLAIN",
            "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/trust",
            "KAFKA_REQUEST_TIMEOUT_MS", "5000");
    ServiceEnvironment environment = with(said);

    for (Service service : Service.values()) {
      assertThat(environment.of(service))
          .containsEntry("KAFKA_REQUEST_TIMEOUT_MS", "5000")
          .doesNotContainKeys(
              "ENDPOINTS_ALL_PORT",
              "PAPERWIRE_STREAMS_APPLICATION_ID",
              "KAFKA_SECURITY_PROTOCOL",
              "KAFKA_SASL_MECHANISM",
              "KAFKA_SSL_TRUSTSTORE_LOCATION");
    }
    assertThat(environment.ignored())
        .containsExactly(
            "ENDPOINTS_ALL_PORT is ignored: each service has a port of its own, see -h",
            "KAFKA_SASL_MECHANISM is ignored: the broker that was started for the services asks for"
                + " no login",
            "KAFKA_SECURITY_PROTOCOL is ignored: the broker that was started for the services asks"
                + " for no login",
            "KAFKA_SSL_TRUSTSTORE_LOCATION is ignored: the broker that was started for the services"
                + " asks for no login",
            "PAPERWIRE_STREAMS_APPLICATION_ID is ignored: enriching and matching need an id of"
                + " their own each");
  }

  @Test
  void shouldTakeWhatIsBlankForNotSet() {
    Map<String, String> blank =
        Map.of("PAPERWIRE_INGEST_API_KEYS", "", "PAPERWIRE_INGEST_FILES_FOLDER", " ");
    SystemSettings settings = settings(blank);

    assertThat(new ServiceEnvironment(settings, BACKENDS).of(Service.INGEST))
        .containsEntry("PAPERWIRE_INGEST_API_KEYS", settings.secrets().apiKeyHash())
        .containsEntry("PAPERWIRE_INGEST_FILES_FOLDER", Path.of("data", "inbox").toString());
  }

  private static ServiceEnvironment with(Map<String, String> said) {
    return new ServiceEnvironment(settings(said), BACKENDS);
  }

  private static SystemSettings settings(Map<String, String> said) {
    return new SystemSettings(
        Path.of("data"),
        new SystemPorts(8080, 8081, 8082, new BackendPorts(9092, 8085, 5432, 2525, 8025)),
        6,
        Secrets.random(),
        MailboxCapacity.NEWEST,
        said);
  }
}
