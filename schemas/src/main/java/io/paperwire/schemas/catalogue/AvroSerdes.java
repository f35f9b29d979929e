package io.paperwire.schemas.catalogue;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Makes serdes of generated records over the Confluent serializers. */
final class AvroSerdes {

  private AvroSerdes() {}

  /** A serde for the values of a topic. */
  static <T extends SpecificRecord> Serde<T> value(Class<T> type, RegistrySettings registry) {
    TrustedRecords.trust();
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(registry.serdeProperties(), false);
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(registry.serdeProperties(), false);
    return Serdes.serdeFrom(serializer(serializer), deserializer(deserializer, type));
  }

  /**
   * The schema of a generated record as the serializers look it up: without the properties that
   * mean something to Java alone, so that other languages register the same.
   */
  static Schema registered(Schema generated) {
    boolean reflection = false;
    boolean reflectionAllowsNull = false;
    boolean removeJavaProperties = true;
    return AvroSchemaUtils.getSchema(
        new GenericData.Record(generated), reflection, reflectionAllowsNull, removeJavaProperties);
  }

  private static <T> Serializer<T> serializer(KafkaAvroSerializer serializer) {
    return new Serializer<>() {
      @Override
      public byte[] serialize(String topic, T data) {
        return serializer.serialize(topic, data);
      }

      @Override
      public void close() {
        serializer.close();
      }
    };
  }

  private static <T> Deserializer<T> deserializer(
      KafkaAvroDeserializer deserializer, Class<T> type) {
    return new Deserializer<>() {
      @Override
      public T deserialize(String topic, byte[] data) {
        return type.cast(deserializer.deserialize(topic, data));
      }

      @Override
      public void close() {
        deserializer.close();
      }
    };
  }
}
