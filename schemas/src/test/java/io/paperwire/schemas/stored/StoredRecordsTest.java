package io.paperwire.schemas.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StoredRecordsTest {

  private static final PaperSignal SIGNAL =
      PaperSignal.newBuilder()
          .setPaperId("arxiv:2401.01234")
          .setSource("huggingface")
          .setKind(PaperSignalKind.UPVOTE)
          .setCount(3)
          .setAt(Instant.parse("2026-03-02T10:00:00.123Z"))
          .build();

  @Test
  void shouldReadWhatItWrote() throws IOException {
    StoredRecords<PaperSignal> records = StoredRecords.of(PaperSignal.class);

    byte[] bytes = records.write(SIGNAL);

    assertThat(bytes).startsWith(0xC3, 0x01); // the marker of the single-object encoding
    assertThat(records.read(ByteBuffer.wrap(bytes))).isEqualTo(SIGNAL);
  }

  static Stream<Class<? extends SpecificRecord>> recordsOfTopics() {
    return Stream.of(
        PaperEvent.class,
        PaperSignal.class,
        PaperEmbedding.class,
        PaperStanding.class,
        PaperSummary.class,
        EnrichedPaper.class,
        SubscriberInterests.class,
        Digest.class,
        DeliveryEvent.class);
  }

  @ParameterizedTest
  @MethodSource("recordsOfTopics")
  void shouldReadWhatEveryVersionWrote(Class<? extends SpecificRecord> type) throws IOException {
    List<Schema> versions = RecordHistory.of(type).versions();
    assertThat(versions).isNotEmpty();
    for (Schema version : versions) {
      ByteBuffer bytes =
          new BinaryMessageEncoder<Object>(GenericData.get(), version).encode(example(version));

      SpecificRecord read = StoredRecords.of(type).read(bytes);

      Schema.Field first = version.getFields().getFirst();
      assertThat(String.valueOf(read.get(read.getSchema().getField(first.name()).pos())))
          .isEqualTo("x");
      assertThat(bytes.remaining()).isPositive(); // they are left as they are
    }
  }

  /** Something that a schema allows. */
  private static Object example(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> {
        GenericRecord record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), example(field.schema())));
        yield record;
      }
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getFirst());
      case ARRAY -> List.of(example(schema.getElementType()));
      case MAP -> Map.of("x", example(schema.getValueType()));
      case UNION -> example(schema.getTypes().getLast());
      case STRING -> "x";
      case BYTES -> ByteBuffer.wrap(new byte[] {1});
      case INT -> 1;
      case LONG -> 1L;
      case FLOAT -> 1f;
      case DOUBLE -> 1d;
      case BOOLEAN -> true;
      case FIXED, NULL -> throw new IllegalArgumentException("no record has " + schema);
    };
  }

  @Test
  void shouldKnowTheRecordsInsideOfATopicsRecords() throws IOException {
    StoredRecords<Author> records = StoredRecords.of(Author.class);
    Author author = Author.newBuilder().setName("Ada Lovelace").build();

    assertThat(records.read(ByteBuffer.wrap(records.write(author)))).isEqualTo(author);
  }

  @Test
  void shouldRefuseOtherBytes() {
    byte[] bytes = "no record".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> StoredRecords.of(PaperSignal.class).read(ByteBuffer.wrap(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessage("stored bytes are not a PaperSignal");
  }

  @Test
  void shouldTellARecordOfANewerVersionFromOtherBytes() throws IOException {
    Schema newer =
        SchemaBuilder.record("PaperSignal")
            .namespace("io.paperwire.schemas")
            .fields()
            .requiredString("somethingNew")
            .endRecord();
    ByteBuffer bytes =
        new BinaryMessageEncoder<Object>(GenericData.get(), newer)
            .encode(new GenericRecordBuilder(newer).set("somethingNew", "x").build());

    assertThatThrownBy(() -> StoredRecords.of(PaperSignal.class).read(bytes))
        .isInstanceOf(UnknownVersion.class)
        .hasMessage(
            "a record of type PaperSignal was written by another version of Paperwire, which this"
                + " one does not know: upgrade this instance too");
  }

  @Test
  void shouldRefuseASchemaThatIsNotCheckedIn() {
    Schema changed =
        SchemaBuilder.record("PaperSignal").fields().requiredString("mood").endRecord();

    assertThatThrownBy(() -> RecordHistory.of(PaperSignal.class).checked(changed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not in its history")
        .hasMessageContaining("history/PaperSignal/1.avsc")
        .hasMessageContaining("mood");
  }

  @Test
  void shouldRefuseASchemaThatCannotReadAnEarlierOne() {
    Schema first = SchemaBuilder.record("Note").fields().requiredString("text").endRecord();
    Schema second =
        SchemaBuilder.record("Note").fields().requiredString("text").requiredInt("n").endRecord();

    assertThatThrownBy(
            () -> new RecordHistory(PaperSignal.class, List.of(first, second)).checked(second))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot read what an earlier version wrote");
  }

  @Test
  void shouldKnowTheHistoryOfEveryTopic() {
    assertThat(TopicCatalogue.of(RegistrySettings.at("mock://stored")).all())
        .filteredOn(topic -> topic.valueSchema().isPresent())
        .extracting(Topic::valueSubject)
        .containsExactlyInAnyOrderElementsOf(RecordHistory.SUBJECTS);
  }
}
