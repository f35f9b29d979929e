package io.paperwire.standalone.ranking;

import io.paperwire.ingest.format.JsonText;
import io.paperwire.ingest.format.JsonValue;
import io.paperwire.ingest.format.JsonValue.JsonArray;
import io.paperwire.ingest.format.JsonValue.JsonNull;
import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.format.Parsed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How profiles and candidates are written as JSON. Other fields are passed over. An id is a text; a
 * number is taken for the text that its digits are, and so it is given back. What is no id in a
 * list of ids is left out, and told.
 */
final class RankingFormat {

  /** A profile: {@code {"id","likes":[],"dislikes":[],"candidates":[]}}, id needed. */
  ProfileLine profile(String line, Consumer<String> leftOut) throws BadLine {
    JsonObject object = object(line, leftOut);
    Optional<List<String>> candidates = ids(object, "candidates", leftOut);
    return new ProfileLine(
        id(object),
        ids(object, "likes", leftOut).orElse(List.of()),
        ids(object, "dislikes", leftOut).orElse(List.of()),
        candidates);
  }

  /** What a profile wants: {@code {"id","relevant":[ids]}}, by its id. */
  Map<String, Set<String>> wanted(String line, Consumer<String> leftOut) throws BadLine {
    JsonObject object = object(line, leftOut);
    return Map.of(id(object), Set.copyOf(ids(object, "relevant", leftOut).orElse(List.of())));
  }

  /** Candidates: an array of ids. */
  List<String> candidates(String text, Consumer<String> leftOut) throws BadLine {
    if (parse(text) instanceof JsonArray(List<JsonValue> values)) {
      return elements("candidates", values, leftOut);
    }
    throw new BadLine("candidates are a JSON array of ids, such as [\"arxiv:2401.01234\"]");
  }

  private static JsonObject object(String line, Consumer<String> leftOut) throws BadLine {
    if (!(parse(line) instanceof JsonObject object)) {
      throw new BadLine("a line is a JSON object");
    }
    object.repeated().forEach(name -> leftOut.accept("\"" + name + "\" is there more than once"));
    return object;
  }

  private static JsonValue parse(String text) throws BadLine {
    return switch (JsonText.parse(text)) {
      case Parsed.Valid<JsonValue>(JsonValue value) -> value;
      case Parsed.Invalid<JsonValue>(_, String reason) -> throw new BadLine(reason);
    };
  }

  private static String id(JsonObject object) throws BadLine {
    return present(object, "id")
        .flatMap(JsonValue::scalar)
        .filter(id -> !id.isBlank())
        .orElseThrow(() -> new BadLine("\"id\" is missing"));
  }

  private static Optional<List<String>> ids(
      JsonObject object, String field, Consumer<String> leftOut) throws BadLine {
    Optional<JsonValue> ids = present(object, field);
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    if (ids.get() instanceof JsonArray(List<JsonValue> values)) {
      return Optional.of(elements(field, values, leftOut));
    }
    throw new BadLine("\"" + field + "\" is an array");
  }

  private static Optional<JsonValue> present(JsonObject object, String field) {
    return Optional.ofNullable(object.fields().get(field))
        .filter(value -> !(value instanceof JsonNull));
  }

  private static List<String> elements(
      String field, List<JsonValue> values, Consumer<String> leftOut) {
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    for (JsonValue value : values) {
      value
          .scalar()
          .ifPresentOrElse(
              ids::add, () -> leftOut.accept("\"" + field + "\" holds no id: " + value.kind()));
    }
    return new ArrayList<>(ids);
  }
}
