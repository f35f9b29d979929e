package io.paperwire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema stays fully compatible with all versions that it ever had. */
final class SchemaHistoryTest {

  private static final TopicCatalogue CATALOGUE =
      TopicCatalogue.of(RegistrySettings.at("mock://schema-history"));

  static Stream<Named<Topic<?, ?>>> topics() {
    return CATALOGUE.all().stream().map(topic -> Named.of(topic.valueSubject(), topic));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldStayCompatibleWithEveryVersion(Topic<?, ?> topic) {
    assertThat(SchemaHistory.of(topic.valueSubject()).objections(schemaOf(topic))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldHaveTheCurrentSchemaAsTheLatestVersion(Topic<?, ?> topic) {
    SchemaHistory history = SchemaHistory.of(topic.valueSubject());
    Schema current = schemaOf(topic);

    assertThat(history.endsWith(current)).withFailMessage(() -> history.propose(current)).isTrue();
  }

  /** A registry tells schemas apart by their words too, so changed words are a new version. */
  @ParameterizedTest
  @MethodSource("topics")
  void shouldTellVersionsApartByTheirWords(Topic<?, ?> topic) {
    List<Field> fields = fieldsOf(topic);
    Field first = fields.removeFirst();
    fields.addFirst(new Field(first.name(), first.schema(), first.doc() + " Said otherwise."));

    Schema reworded = with(schemaOf(topic), fields);
    SchemaHistory history = SchemaHistory.of(topic.valueSubject());

    assertThat(history.endsWith(reworded)).isFalse();
    assertThat(history.objections(reworded)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldRefuseThatARequiredFieldGoes(Topic<?, ?> topic) {
    List<Field> fields = fieldsOf(topic);
    String gone = fields.removeFirst().name();

    assertThat(objections(topic, fields))
        .anyMatch(reason -> reason.contains("READER_FIELD_MISSING_DEFAULT_VALUE"))
        .anyMatch(reason -> reason.contains(gone));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldRefuseANewRequiredField(Topic<?, ?> topic) {
    List<Field> fields = fieldsOf(topic);
    fields.add(new Field("mood", Schema.create(Schema.Type.STRING), "Required."));

    assertThat(objections(topic, fields))
        .anyMatch(reason -> reason.contains("READER_FIELD_MISSING_DEFAULT_VALUE"))
        .anyMatch(reason -> reason.contains("mood"));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldRefuseThatAFieldChangesItsType(Topic<?, ?> topic) {
    List<Field> fields = fieldsOf(topic);
    Field first = fields.removeFirst();
    fields.addFirst(new Field(first.name(), Schema.create(Schema.Type.BOOLEAN), first.doc()));

    assertThat(objections(topic, fields)).anyMatch(reason -> reason.contains("TYPE_MISMATCH"));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldAcceptANewFieldWithDefault(Topic<?, ?> topic) {
    List<Field> fields = fieldsOf(topic);
    fields.add(new Field("mood", Schema.create(Schema.Type.STRING), "Optional.", "calm"));

    assertThat(objections(topic, fields)).isEmpty();
  }

  @Test
  void shouldSayHowToCheckInTheNextVersion() {
    SchemaHistory history = SchemaHistory.of("a-new-topic-value");

    assertThat(history.propose(Schema.create(Schema.Type.STRING)))
        .endsWith("cp target/history/a-new-topic-value/1.avsc history/a-new-topic-value/1.avsc");
  }

  private static Schema schemaOf(Topic<?, ?> topic) {
    return topic.valueSchema().orElseThrow();
  }

  private static List<Field> fieldsOf(Topic<?, ?> topic) {
    return new ArrayList<>(
        schemaOf(topic).getFields().stream()
            .map(field -> new Field(field, field.schema()))
            .toList());
  }

  private static Schema with(Schema schema, List<Field> fields) {
    boolean error = false;
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), error, fields);
  }

  private static List<String> objections(Topic<?, ?> topic, List<Field> fields) {
    return SchemaHistory.of(topic.valueSubject()).objections(with(schemaOf(topic), fields));
  }
}
