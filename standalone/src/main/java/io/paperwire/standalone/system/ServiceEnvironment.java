package io.paperwire.standalone.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The configuration of each service, as the environment variables that a deployment would set. What
 * is needed to join the parts on this machine is fixed, and what all services cannot share is left
 * out; everything else gives way to what the settings say.
 */
final class ServiceEnvironment {

  private static final String SERVER_PORT = "MICRONAUT_SERVER_PORT";
  private static final String ENDPOINTS_PORT = "ENDPOINTS_ALL_PORT";
  private static final String APPLICATION_ID = "PAPERWIRE_STREAMS_APPLICATION_ID";
  private static final String SMTP_PORT = "PAPERWIRE_MAIL_SMTP_PORT";
  private static final String STATE = "PAPERWIRE_STREAMS_STATE_DIRECTORY";
  private static final List<String> BROKER_ACCESS =
      List.of("KAFKA_SECURITY_", "KAFKA_SASL_", "KAFKA_SSL_");

  private final SystemSettings settings;
  private final BackendAddresses backends;

  ServiceEnvironment(SystemSettings settings, BackendAddresses backends) {
    this.settings = settings;
    this.backends = backends;
  }

  Map<String, String> of(Service service) {
    Map<String, String> variables = new HashMap<>(defaults(service));
    settings.environment().entrySet().stream()
        .filter(variable -> canBeShared(variable.getKey()))
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
    variables.putAll(fixed(service));
    return variables;
  }

  /** A line for each variable of the settings that cannot have the value it has there. */
  List<String> ignored() {
    Map<String, String> fixed = new HashMap<>();
    Stream.of(Service.values()).map(this::fixed).forEach(fixed::putAll);
    return new TreeMap<>(settings.environment())
        .entrySet().stream()
            .filter(
                variable ->
                    !canBeShared(variable.getKey())
                        || !fixed
                            .getOrDefault(variable.getKey(), variable.getValue())
                            .equals(variable.getValue()))
            .map(variable -> variable.getKey() + " is ignored: " + why(variable.getKey()))
            .toList();
  }

  /**
   * Whether a variable can mean the same to all services, and to a broker that asks for no login.
   */
  private static boolean canBeShared(String variable) {
    return !variable.equals(ENDPOINTS_PORT)
        && !variable.equals(APPLICATION_ID)
        && !isBrokerAccess(variable);
  }

  private static boolean isBrokerAccess(String variable) {
    return BROKER_ACCESS.stream().anyMatch(variable::startsWith);
  }

  private static String why(String variable) {
    return switch (variable) {
      case SERVER_PORT, ENDPOINTS_PORT -> "each service has a port of its own, see -h";
      case SystemSettings.SMTP_HOST, SMTP_PORT ->
          "mails go to the mailbox unless PAPERWIRE_MAIL_SMTP_HOST names a server";
      case STATE -> "state is kept beside the broker's data";
      case APPLICATION_ID -> "enriching and matching need an id of their own each";
      default ->
          isBrokerAccess(variable)
              ? "the broker that was started for the services asks for no login"
              : "the services use the backends that were started for them";
    };
  }

  private Map<String, String> defaults(Service service) {
    Map<String, String> variables = new HashMap<>();
    variables.put(SystemSettings.SERVER_HOST, "127.0.0.1");
    variables.put("PAPERWIRE_TOPICS_PARTITIONS", Integer.toString(settings.partitions()));
    variables.putAll(
        switch (service) {
          case INGEST ->
              Map.of(
                  SystemSettings.INBOX,
                  settings.inbox().toString(),
                  "PAPERWIRE_INGEST_API_KEYS",
                  settings.secrets().apiKeyHash());
          case ENRICH -> Map.of();
          case NOTIFY ->
              Map.of(
                  "PAPERWIRE_DELIVER_LEASE",
                  "10s",
                  "PAPERWIRE_MAIL_FROM",
                  PaperwireSystem.SENDER,
                  "PAPERWIRE_WEB_BASE_URL",
                  "http://127.0.0.1:" + settings.ports().web(),
                  "PAPERWIRE_TOKEN_SECRET",
                  settings.secrets().token());
        });
    return variables;
  }

  private Map<String, String> fixed(Service service) {
    Map<String, String> variables = new HashMap<>();
    variables.put(SERVER_PORT, Integer.toString(settings.ports().of(service)));
    variables.put("KAFKA_BOOTSTRAP_SERVERS", backends.bootstrapServers());
    variables.put("PAPERWIRE_REGISTRY_URL", backends.registryUrl());
    variables.putAll(
        switch (service) {
          case INGEST -> Map.of();
          case ENRICH -> Map.of(STATE, state("enrich"));
          case NOTIFY ->
              Map.of(
                  STATE,
                  state("notify"),
                  "DATASOURCES_DEFAULT_URL",
                  backends.jdbcUrl(),
                  "DATASOURCES_DEFAULT_USERNAME",
                  backends.databaseUser(),
                  "DATASOURCES_DEFAULT_PASSWORD",
                  backends.databasePassword());
        });
    if (service == Service.NOTIFY && settings.mailServer().isEmpty()) {
      variables.put(SystemSettings.SMTP_HOST, backends.smtpHost());
      variables.put(SMTP_PORT, Integer.toString(backends.smtpPort()));
    }
    return variables;
  }

  private String state(String service) {
    return settings.folder().resolve("state").resolve(service).toString();
  }
}
