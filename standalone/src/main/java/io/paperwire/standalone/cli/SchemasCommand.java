package io.paperwire.standalone.cli;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.paperwire.provisioning.ProvisioningException;
import io.paperwire.provisioning.SchemaOutcome;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Registers the schemas of all topics, or checks them. */
@Command(
    name = "schemas",
    mixinStandardHelpOptions = true,
    description = "Registers the schemas of all topics in a registry, or checks them.")
final class SchemasCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Which of the two is missing. */
  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "Say 'schemas register' or 'schemas check'");
  }

  /** Registers what is missing. */
  @Command(
      name = "register",
      mixinStandardHelpOptions = true,
      description =
          "Registers schemas that are missing or new; exit code 1 if one is incompatible.",
      footer = DeploymentOptions.ENVIRONMENT)
  int register(@Mixin DeploymentOptions.Registry registry) throws IOException {
    return run(registry, provisioner -> provisioner::register);
  }

  /** Compares only. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Tells how the schemas stand to the registry and changes nothing; exit code 1 if one is "
              + "missing or incompatible.",
      footer = DeploymentOptions.ENVIRONMENT)
  int check(@Mixin DeploymentOptions.Registry registry) throws IOException {
    return run(registry, provisioner -> provisioner::check);
  }

  private interface Work {
    List<SchemaOutcome> on(List<? extends io.paperwire.schemas.catalogue.Topic<?, ?>> topics);
  }

  private int run(DeploymentOptions.Registry registry, Function<SchemaProvisioner, Work> work)
      throws IOException {
    RegistrySettings settings = registry.settings();
    TopicCatalogue topics = TopicCatalogue.of(settings, registry.prefix());
    try (SchemaRegistryClient client = SchemaProvisioner.connect(settings)) {
      List<SchemaOutcome> outcomes = work.apply(new SchemaProvisioner(client)).on(topics.all());
      PrintWriter out = spec.commandLine().getOut();
      outcomes.forEach(outcome -> out.println(line(outcome)));
      return outcomes.stream().allMatch(SchemasCommand::isGood) ? 0 : 1;
    } catch (ProvisioningException e) {
      String host = e.getCause() instanceof UnknownHostException ? ": there is no such host" : "";
      throw new CommandFailure(e.getMessage() + host + " (registry " + registry.url() + ")", e);
    }
  }

  private static String line(SchemaOutcome outcome) {
    return switch (outcome) {
      case SchemaOutcome.Registered(String subject, int id) ->
          "registered    " + subject + " as " + id;
      case SchemaOutcome.Present(String subject) -> "present       " + subject;
      case SchemaOutcome.Compatible(String subject) -> "compatible    " + subject;
      case SchemaOutcome.Missing(String subject) -> "missing       " + subject;
      case SchemaOutcome.Incompatible(String subject, List<String> reasons) ->
          "incompatible  " + subject + ": " + String.join("; ", reasons);
    };
  }

  private static boolean isGood(SchemaOutcome outcome) {
    return switch (outcome) {
      case SchemaOutcome.Registered _, SchemaOutcome.Present _, SchemaOutcome.Compatible _ -> true;
      case SchemaOutcome.Missing _, SchemaOutcome.Incompatible _ -> false;
    };
  }
}
