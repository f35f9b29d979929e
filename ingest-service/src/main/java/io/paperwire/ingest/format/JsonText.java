package io.paperwire.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.paperwire.ingest.format.JsonValue.JsonArray;
import io.paperwire.ingest.format.JsonValue.JsonBoolean;
import io.paperwire.ingest.format.JsonValue.JsonNull;
import io.paperwire.ingest.format.JsonValue.JsonNumber;
import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.format.JsonValue.JsonString;
import io.paperwire.ingest.record.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON (RFC 8259), one value a text. */
public final class JsonText {

  private static final int MAX_DEPTH = 20;

  /** Far above what upstreams send in one answer; each takes some ten times its bytes in memory. */
  private static final int MAX_TOKENS = 2_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxTokenCount(MAX_TOKENS)
                  .maxStringLength(Integer.MAX_VALUE) // the caller bounds the text
                  .build())
          .build();

  private JsonText() {}

  /** Reads the one value that a text holds. */
  public static Parsed<JsonValue> parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        return Parsed.invalid(Fault.MALFORMED_JSON, "there is no JSON value");
      }
      JsonValue value = value(parser);
      if (parser.nextToken() != null) {
        return Parsed.invalid(
            Fault.MALFORMED_JSON,
            "more follows after the first value, at " + position(parser.currentTokenLocation()));
      }
      return Parsed.valid(value);
    } catch (JsonProcessingException e) {
      return Parsed.invalid(
          Fault.MALFORMED_JSON,
          Optional.ofNullable(e.getLocation())
                  .map(location -> "no JSON at " + position(location) + ": ")
                  .orElse("no JSON: ")
              + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string failed", e);
    }
  }

  /** Writes a value. */
  public static String write(JsonValue value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a string failed", e);
    }
    return text.toString();
  }

  private static void write(JsonValue value, JsonGenerator generator) throws IOException {
    switch (value) {
      case JsonObject(Map<String, JsonValue> fields, _) -> {
        generator.writeStartObject();
        for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
          generator.writeFieldName(field.getKey());
          write(field.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case JsonArray(List<JsonValue> values) -> {
        generator.writeStartArray();
        for (JsonValue item : values) {
          write(item, generator);
        }
        generator.writeEndArray();
      }
      case JsonString(String string) -> generator.writeString(string);
      case JsonNumber(String digits) -> generator.writeNumber(digits);
      case JsonBoolean(boolean bool) -> generator.writeBoolean(bool);
      case JsonNull() -> generator.writeNull();
    }
  }

  private static JsonValue value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonString(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
      case VALUE_TRUE -> new JsonBoolean(true);
      case VALUE_FALSE -> new JsonBoolean(false);
      case VALUE_NULL -> new JsonNull();
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("the parser gave " + token + " where a value begins");
    };
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    List<String> repeated = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      JsonValue value = value(parser);
      if (fields.putIfAbsent(name, value) != null) {
        repeated.add(name);
      }
    }
    return new JsonObject(fields, repeated);
  }

  private static JsonArray array(JsonParser parser) throws IOException {
    List<JsonValue> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return new JsonArray(values);
  }

  private static String position(JsonLocation location) {
    return location.getLineNr() > 1
        ? "line " + location.getLineNr() + " column " + location.getColumnNr()
        : "column " + location.getColumnNr();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("unreadable");
  }
}
