package io.paperwire.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. */
public sealed interface JsonValue {

  /**
   * An object.
   *
   * @param fields in their order; of a repeated field the first
   * @param repeated names that are there more than once
   */
  record JsonObject(Map<String, JsonValue> fields, List<String> repeated) implements JsonValue {}

  /** An array. */
  record JsonArray(List<JsonValue> values) implements JsonValue {}

  /** A string. */
  record JsonString(String value) implements JsonValue {}

  /** A number as it is written. */
  record JsonNumber(String digits) implements JsonValue {}

  /** True or false. */
  record JsonBoolean(boolean value) implements JsonValue {}

  /** Null. */
  record JsonNull() implements JsonValue {}

  /** The text of a string, and a number, true or false as they are written; of others nothing. */
  default Optional<String> scalar() {
    return switch (this) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber(String digits) -> Optional.of(digits);
      case JsonBoolean(boolean bool) -> Optional.of(String.valueOf(bool));
      case JsonNull _, JsonArray _, JsonObject _ -> Optional.empty();
    };
  }

  /** What the value is, for messages. */
  default String kind() {
    return switch (this) {
      case JsonObject object -> "an object";
      case JsonArray array -> "an array";
      case JsonString string -> "a string";
      case JsonNumber number -> "the number " + number.digits();
      case JsonBoolean bool -> String.valueOf(bool.value());
      case JsonNull nothing -> "null";
    };
  }
}
