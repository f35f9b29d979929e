package io.paperwire.standalone.system;

import io.paperwire.embedded.EmbeddedBackends;
import java.util.HashMap;
import java.util.Map;

/** The configuration of each service, as the environment variables that a deployment would set. */
final class ServiceEnvironment {

  private final SystemSettings settings;
  private final EmbeddedBackends backends;

  ServiceEnvironment(SystemSettings settings, EmbeddedBackends backends) {
    this.settings = settings;
    this.backends = backends;
  }

  Map<String, String> of(Service service) {
    Map<String, String> variables = new HashMap<>(common(service));
    variables.putAll(
        switch (service) {
          case INGEST -> ingest();
          case ENRICH -> Map.of("PAPERWIRE_STREAMS_STATE_DIRECTORY", state("enrich"));
          case NOTIFY -> notification();
        });
    variables.putAll(settings.environment());
    return variables;
  }

  private Map<String, String> common(Service service) {
    return Map.of(
        "MICRONAUT_SERVER_HOST", "127.0.0.1",
        "MICRONAUT_SERVER_PORT", Integer.toString(settings.ports().of(service)),
        "KAFKA_BOOTSTRAP_SERVERS", backends.broker().bootstrapServers(),
        "PAPERWIRE_REGISTRY_URL", backends.registry().url(),
        "PAPERWIRE_TOPICS_PARTITIONS", Integer.toString(settings.partitions()));
  }

  private Map<String, String> ingest() {
    return Map.of(
        "PAPERWIRE_INGEST_FILES_FOLDER", settings.inbox().toString(),
        "PAPERWIRE_INGEST_API_KEYS", settings.secrets().apiKeyHash());
  }

  private Map<String, String> notification() {
    return Map.of(
        "PAPERWIRE_DELIVER_LEASE", "10s",
        "PAPERWIRE_STREAMS_STATE_DIRECTORY", state("notify"),
        "DATASOURCES_DEFAULT_URL", backends.postgres().jdbcUrl(),
        "DATASOURCES_DEFAULT_USERNAME", backends.postgres().user(),
        "DATASOURCES_DEFAULT_PASSWORD", "",
        "PAPERWIRE_MAIL_SMTP_HOST", backends.mailbox().smtpHost(),
        "PAPERWIRE_MAIL_SMTP_PORT", Integer.toString(backends.mailbox().smtpPort()),
        "PAPERWIRE_MAIL_FROM", PaperwireSystem.SENDER,
        "PAPERWIRE_WEB_BASE_URL", "http://127.0.0.1:" + settings.ports().web(),
        "PAPERWIRE_TOKEN_SECRET", settings.secrets().token());
  }

  private String state(String service) {
    return settings.folder().resolve("state").resolve(service).toString();
  }
}
