package io.paperwire.notify.match;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The key of an entry that belongs to two things, such as a paper and a subscriber. Entries of the
 * same first part stand together in a store.
 *
 * @param first what entries are grouped by; has no NUL character
 * @param second what tells the entries of a group apart
 */
record StoreKey(String first, String second) {

  /** Ends the first part; sorts before all that can follow there. */
  private static final char END = '\0';

  StoreKey {
    requireNoEnd(first);
  }

  /** Absent keys, which are the open ends of a range, stay absent. */
  static Serde<StoreKey> serde() {
    Serializer<StoreKey> serializer =
        (_, key) -> key == null ? null : bytes(key.first + END + key.second);
    Deserializer<StoreKey> deserializer =
        (_, bytes) -> {
          String text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).toString();
          int end = text.indexOf(END);
          return new StoreKey(text.substring(0, end), text.substring(end + 1));
        };
    return Serdes.serdeFrom(serializer, deserializer);
  }

  /** Writes a first part as the prefix of all keys that have it. */
  static Serializer<String> prefix() {
    return (_, first) -> {
      requireNoEnd(first);
      return bytes(first + END);
    };
  }

  private static void requireNoEnd(String first) {
    if (first.indexOf(END) >= 0) {
      throw new IllegalArgumentException("'" + first + "' has a NUL character");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
