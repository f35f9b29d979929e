package io.paperwire.ingest.format;

import io.paperwire.ingest.format.JsonValue.JsonArray;
import io.paperwire.ingest.format.JsonValue.JsonBoolean;
import io.paperwire.ingest.format.JsonValue.JsonNull;
import io.paperwire.ingest.format.JsonValue.JsonNumber;
import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.format.JsonValue.JsonString;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import java.util.List;
import java.util.Optional;

/**
 * A look into JSON that an upstream sent, which may have another shape than it should: what is not
 * there, or is something else, is absent. {@code null} is absent too.
 *
 * @param value what is looked at
 */
public record JsonView(JsonValue value) {

  private static final JsonView NOTHING = new JsonView(new JsonNull());

  /** Reads a whole answer. */
  public static Parsed<JsonView> of(RawBytes answer) {
    return answer
        .text()
        .map(text -> JsonText.parse(text).then(value -> Parsed.valid(new JsonView(value))))
        .orElseGet(() -> Parsed.invalid(Fault.INVALID_UTF8, "the bytes are no UTF-8"));
  }

  /** A field of an object. */
  public JsonView at(String field) {
    return value instanceof JsonObject object
        ? Optional.ofNullable(object.fields().get(field)).map(JsonView::new).orElse(NOTHING)
        : NOTHING;
  }

  /** The items of an array; none where there is no array. */
  public List<JsonView> items() {
    return value instanceof JsonArray array
        ? array.values().stream().map(JsonView::new).toList()
        : List.of();
  }

  /** The names of an object's fields, in their order. */
  public List<String> names() {
    return value instanceof JsonObject object ? List.copyOf(object.fields().keySet()) : List.of();
  }

  /** True for an array. */
  public boolean isArray() {
    return value instanceof JsonArray;
  }

  /** A string that is not blank. */
  public Optional<String> text() {
    return value instanceof JsonString(String text) && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A whole number, also one that is written as a string; upstreams do either. */
  public Optional<Long> whole() {
    String digits =
        switch (value) {
          case JsonNumber(String number) -> number;
          case JsonString(String text) -> text.strip();
          case JsonObject _, JsonArray _, JsonBoolean _, JsonNull _ -> "";
        };
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** True for {@code true}. */
  public boolean isTrue() {
    return value instanceof JsonBoolean(boolean bool) && bool;
  }

  /** The value as JSON text. */
  public String json() {
    return JsonText.write(value);
  }
}
