package io.paperwire.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.paperwire.embedded.Backend;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real registry that speaks Confluent's API. */
@UseBackends(Backend.REGISTRY)
final class SchemaProvisionerIT {

  private final RegistrySettings settings;
  private final TopicCatalogue catalogue;
  private final SchemaRegistryClient registry;
  private final SchemaProvisioner provisioner;

  SchemaProvisionerIT(Backends backends) {
    settings = RegistrySettings.at(backends.registryUrl());
    catalogue = TopicCatalogue.of(settings, UUID.randomUUID() + ".");
    registry = SchemaProvisioner.connect(settings);
    provisioner = new SchemaProvisioner(registry);
  }

  @AfterEach
  void close() throws Exception {
    registry.close();
  }

  @Test
  void shouldRegisterEverySchemaOnce() throws Exception {
    assertThat(provisioner.check(catalogue.all()))
        .hasSize(catalogue.all().size())
        .allMatch(SchemaOutcome.Missing.class::isInstance);
    assertThat(provisioner.register(catalogue.all()))
        .hasSize(catalogue.all().size())
        .allMatch(SchemaOutcome.Registered.class::isInstance);
    assertThat(provisioner.register(catalogue.all()))
        .hasSize(catalogue.all().size())
        .allMatch(SchemaOutcome.Present.class::isInstance);
    for (Topic<?, ?> topic : catalogue.all()) {
      assertThat(registry.getCompatibility(topic.valueSubject())).isEqualTo("FULL_TRANSITIVE");
      assertThat(registry.getAllVersions(topic.valueSubject())).containsExactly(1);
    }
  }

  /** Services that are started together register what they share at the same moment. */
  @Test
  void shouldLetSeveralInstancesRegisterTheSameAtOnce() throws Exception {
    List<SchemaOutcome> outcomes = new ArrayList<>();
    try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<SchemaOutcome>>> starts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        starts.add(instances.submit(this::registerAsAnotherInstance));
      }
      for (Future<List<SchemaOutcome>> start : starts) {
        outcomes.addAll(start.get());
      }
    }

    assertThat(outcomes)
        .hasSize(8 * catalogue.all().size())
        .allMatch(
            outcome ->
                outcome instanceof SchemaOutcome.Registered
                    || outcome instanceof SchemaOutcome.Present);
    for (Topic<?, ?> topic : catalogue.all()) {
      assertThat(registry.getCompatibility(topic.valueSubject())).isEqualTo("FULL_TRANSITIVE");
      assertThat(registry.getAllVersions(topic.valueSubject())).containsExactly(1);
    }
  }

  private List<SchemaOutcome> registerAsAnotherInstance() throws IOException {
    try (SchemaRegistryClient client = SchemaProvisioner.connect(settings)) {
      return new SchemaProvisioner(client).register(catalogue.all());
    }
  }

  @Test
  void shouldAddACompatibleVersion() throws Exception {
    String subject = catalogue.digests().valueSubject();
    registry.register(subject, new AvroSchema(without(schema(), "cadence")));

    assertThat(provisioner.check(List.of(catalogue.digests())))
        .containsExactly(new SchemaOutcome.Compatible(subject));
    assertThat(registry.getAllVersions(subject)).containsExactly(1);
    assertThat(provisioner.register(List.of(catalogue.digests())))
        .singleElement()
        .isInstanceOf(SchemaOutcome.Registered.class);
    assertThat(registry.getAllVersions(subject)).containsExactly(1, 2);
  }

  /** Even where nobody told the registry what to refuse, and not by the latest version alone. */
  @Test
  void shouldRefuseAnIncompatibleVersionAndSayWhy() throws Exception {
    String subject = catalogue.digests().valueSubject();
    List<Field> fields = copies(schema());
    fields.add(new Field("mood", Schema.create(Schema.Type.STRING), "Required."));
    registry.register(subject, new AvroSchema(record(schema(), fields)));
    registry.register(subject, new AvroSchema(without(schema(), "cadence")));

    assertThat(provisioner.register(List.of(catalogue.digests())))
        .containsExactly(
            new SchemaOutcome.Incompatible(
                subject,
                List.of(
                    "version 1: {errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The"
                        + " field 'mood' at path '/fields/7' in the old schema has no default"
                        + " value and is missing in the new schema', additionalInfo:'mood'}")));
    assertThat(registry.getAllVersions(subject)).containsExactly(1, 2);
  }

  /** Killed between registration and the rule: the next start makes up for it. */
  @Test
  void shouldSetTheRuleOfASchemaThatIsThereWithoutOne() throws Exception {
    String subject = catalogue.digests().valueSubject();
    registry.register(subject, new AvroSchema(schema()), true);

    assertThat(provisioner.register(List.of(catalogue.digests())))
        .containsExactly(new SchemaOutcome.Present(subject));

    assertThat(registry.getCompatibility(subject)).isEqualTo("FULL_TRANSITIVE");
  }

  private Schema schema() {
    return catalogue.digests().valueSchema().orElseThrow();
  }

  private static Schema without(Schema schema, String name) {
    List<Field> fields = copies(schema);
    assertThat(fields.removeIf(field -> field.name().equals(name))).isTrue();
    return record(schema, fields);
  }

  private static List<Field> copies(Schema schema) {
    return new ArrayList<>(
        schema.getFields().stream().map(field -> new Field(field, field.schema())).toList());
  }

  private static Schema record(Schema like, List<Field> fields) {
    boolean error = false;
    return Schema.createRecord(
        like.getName(),
        like.getDoc(),
        like.getNamespace(),
        error,
        fields.stream().map(field -> new Field(field, field.schema())).toList());
  }
}
