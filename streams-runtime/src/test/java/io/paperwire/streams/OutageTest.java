package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.paperwire.schemas.PaperSignal;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

final class OutageTest {

  @Test
  void shouldSeeThatTheRegistryCannotBeReached() {
    assertThat(Outage.keptFromReading(reading(new ConnectException("refused")))).isTrue();
    assertThat(Outage.keptFromReading(reading(new SocketTimeoutException("slow")))).isTrue();
    assertThat(Outage.keptFromReading(new TimeoutException("registry"))).isTrue();
    assertThat(Outage.keptFromReading(new AuthorizationException("registry"))).isTrue();
    assertThat(Outage.keptFromReading(reading(new RestClientException("broken", 500, 50001))))
        .isTrue();
  }

  @Test
  void shouldTakeADefiniteAnswerOfTheRegistryForTheRecordsFault() {
    assertThat(Outage.keptFromReading(reading(new RestClientException("no schema", 404, 40403))))
        .isFalse();
  }

  @Test
  void shouldTakeBytesThatEndTooEarlyForTheRecordsFault() {
    assertThat(Outage.keptFromReading(reading(new EOFException()))).isFalse();
    assertThat(Outage.keptFromReading(new SerializationException("Unknown magic byte!"))).isFalse();
  }

  @Test
  void shouldTakeNoAnswerOfTheRegistryForTheFaultOfARecordThatCouldBeRead() {
    assertThat(Outage.keptFromProcessing(reading(new RestClientException("no schema", 404, 40403))))
        .isTrue();
    assertThat(Outage.keptFromProcessing(new SerializationException("a field is null"))).isFalse();
  }

  @Test
  void shouldNotTakeARecordOfANewerInstanceForABadOne() throws IOException {
    Schema newer =
        SchemaBuilder.record("Newer").fields().requiredString("somethingNew").endRecord();
    byte[] bytes =
        new BinaryMessageEncoder<Object>(GenericData.get(), newer)
            .encode(new GenericRecordBuilder(newer).set("somethingNew", "x").build())
            .array();
    Deserializer<PaperSignal> store = StoreSerde.of(PaperSignal.class).deserializer();

    Throwable failure = catchThrowable(() -> store.deserialize("papers-to-all", bytes));

    assertThat(Outage.keptFromReading(failure)).isTrue();
    assertThat(Outage.keptFromProcessing(new IllegalStateException("no dossier", failure)))
        .isTrue();
  }

  private static SerializationException reading(Exception cause) {
    return new SerializationException("cannot read", cause);
  }
}
