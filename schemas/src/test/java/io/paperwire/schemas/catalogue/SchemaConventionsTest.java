package io.paperwire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every record, enum and field of the contracts keeps to. */
final class SchemaConventionsTest {

  /** A record or enum, named for the test report. */
  record NamedType(Schema schema) {
    @Override
    public String toString() {
      return schema.getFullName();
    }
  }

  /** A field of a record, named for the test report. */
  record NamedField(Schema owner, Field field) {
    @Override
    public String toString() {
      return owner.getName() + "." + field.name();
    }
  }

  static Stream<NamedType> types() {
    Set<Schema> found = new LinkedHashSet<>();
    TopicCatalogue.of(RegistrySettings.at("mock://schema-conventions"))
        .all()
        .forEach(topic -> collect(topic.valueSchema().orElseThrow(), found));
    return found.stream().map(NamedType::new);
  }

  static Stream<NamedType> enums() {
    return types().filter(type -> type.schema().getType() == Schema.Type.ENUM);
  }

  static Stream<NamedField> fields() {
    return types()
        .map(NamedType::schema)
        .filter(schema -> schema.getType() == Schema.Type.RECORD)
        .flatMap(owner -> owner.getFields().stream().map(field -> new NamedField(owner, field)));
  }

  static Stream<NamedField> optionalFields() {
    return fields().filter(named -> named.field().schema().isUnion());
  }

  static Stream<NamedField> momentFields() {
    return fields().filter(named -> named.field().name().matches("at|.+(At|Since|From|Until)"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void shouldSayWhatATypeMeans(NamedType type) {
    assertThat(type.schema().getDoc()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void shouldSayWhatAFieldMeans(NamedField named) {
    assertThat(named.field().doc()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("types")
  void shouldStandInOneNamespace(NamedType type) {
    assertThat(type.schema().getNamespace()).isEqualTo("io.paperwire.schemas");
  }

  /** So that an older reader understands a record with a symbol that it does not know. */
  @ParameterizedTest
  @MethodSource("enums")
  void shouldReadAnUnknownSymbolAsUnknown(NamedType type) {
    assertThat(type.schema().getEnumDefault()).isEqualTo("UNKNOWN");
    assertThat(type.schema().getEnumSymbols()).startsWith("UNKNOWN");
  }

  @ParameterizedTest
  @MethodSource("optionalFields")
  void shouldLeaveOutWhatIsOptionalByDefault(NamedField named) {
    List<Schema> choices = named.field().schema().getTypes();

    assertThat(choices).hasSize(2);
    assertThat(choices.getFirst().getType()).isEqualTo(Schema.Type.NULL);
    assertThat(named.field().defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
  }

  @ParameterizedTest
  @MethodSource("momentFields")
  void shouldWriteMomentsAsMillisecondsOfUtc(NamedField named) {
    assertThat(valueOf(named.field()).getLogicalType()).isEqualTo(LogicalTypes.timestampMillis());
  }

  /** The schema of a field's value where there is one. */
  private static Schema valueOf(Field field) {
    Schema schema = field.schema();
    return schema.isUnion() ? schema.getTypes().getLast() : schema;
  }

  private static void collect(Schema schema, Set<Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.add(schema)) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.add(schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(choice -> collect(choice, found));
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }
}
