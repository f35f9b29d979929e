package io.paperwire.ingest.format;

import io.paperwire.ingest.format.JsonValue.JsonArray;
import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.text.OrcidId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An author: a name, or an object {@code {"name","orcid"}} of which the name is required. */
final class AuthorFormat {

  /** What a list of authors is to hold, for messages. */
  static final String ITEMS = "strings or of objects with name and orcid";

  static final List<String> FIELDS = List.of("name", "orcid");

  private AuthorFormat() {}

  /** The author as far as there are no faults; nobody without a name. */
  static Optional<RecordedAuthor> read(Fields author, int nameCharacters) {
    String name = author.required("name", nameCharacters);
    Optional<OrcidId> orcid = author.orcid("orcid");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordedAuthor(name, orcid, Optional.empty()));
  }

  /** A list of authors without the fields that they do not have. */
  static JsonValue withoutOthers(JsonValue authors) {
    return authors instanceof JsonArray(List<JsonValue> values)
        ? new JsonArray(values.stream().map(value -> retaining(value, FIELDS)).toList())
        : authors;
  }

  /** An object with these fields alone; what is none stays as it is. */
  static JsonValue retaining(JsonValue value, List<String> fields) {
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    Map<String, JsonValue> known = new LinkedHashMap<>(object.fields());
    known.keySet().retainAll(fields);
    return new JsonObject(known, object.repeated().stream().filter(fields::contains).toList());
  }
}
