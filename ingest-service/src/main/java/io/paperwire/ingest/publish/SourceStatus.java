package io.paperwire.ingest.publish;

import io.paperwire.ingest.format.JsonText;
import io.paperwire.ingest.format.JsonValue;
import io.paperwire.ingest.format.JsonValue.JsonNumber;
import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.format.JsonValue.JsonString;
import io.paperwire.ingest.source.ItemNotes;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How a source is and how far it has been read, for people and for monitoring: the record of the
 * compacted topic {@code ingest-status}, JSON under the source's name.
 *
 * @param source its name
 * @param instance who reads it
 * @param condition how it is
 * @param announced papers that were announced since this instance took the source over
 * @param seen papers that are known from the source
 * @param cursors how far its parts have been read
 */
public record SourceStatus(
    String source,
    String instance,
    SourceCondition condition,
    long announced,
    long seen,
    Map<String, Position> cursors) {

  private static final int MOST_CURSORS = 200;

  public SourceStatus {
    cursors = Map.copyOf(cursors);
  }

  /** The topic of a deployment whose topics' names begin with a prefix. */
  static Topic<String, byte[]> topic(String prefix) {
    return new Topic<>(
        prefix + "ingest-status",
        Serdes.String(),
        Serdes.ByteArray(),
        Optional.empty(),
        Retention.compacted());
  }

  /** The status as JSON. */
  public String json(Instant at) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    fields.put("source", new JsonString(source));
    fields.put("instance", new JsonString(instance));
    fields.put("freshness", new JsonString(condition.freshness().name().toLowerCase(Locale.ROOT)));
    fields.put("reason", new JsonString(condition.reason()));
    fields.put("announced", new JsonNumber(Long.toString(announced)));
    fields.put("seen", new JsonNumber(Long.toString(seen)));
    fields.put("parts", texts(condition.parts()));
    fields.put("cursors", cursorsJson());
    fields.put("at", new JsonString(at.toString()));
    return JsonText.write(object(fields));
  }

  private JsonValue cursorsJson() {
    Map<String, JsonValue> parts = new LinkedHashMap<>();
    new TreeMap<>(cursors)
        .entrySet().stream()
            .filter(cursor -> !ItemNotes.areAt(cursor.getKey()))
            .limit(MOST_CURSORS)
            .forEach(cursor -> parts.put(cursor.getKey(), texts(cursor.getValue().attributes())));
    return object(parts);
  }

  private static JsonValue texts(Map<String, String> texts) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    new TreeMap<>(texts).forEach((name, text) -> fields.put(name, new JsonString(text)));
    return object(fields);
  }

  private static JsonValue object(Map<String, JsonValue> fields) {
    return new JsonObject(fields, List.of());
  }
}
