package io.paperwire.ingest.format;

import io.paperwire.ingest.format.JsonValue.JsonArray;
import io.paperwire.ingest.format.JsonValue.JsonNull;
import io.paperwire.ingest.format.JsonValue.JsonNumber;
import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.format.JsonValue.JsonString;
import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.text.OrcidId;
import io.paperwire.text.markup.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the fields of one object and collects what is wrong with them, so that whoever wrote it
 * learns everything at once. The first fault gives the object's fault its kind.
 */
final class Fields {

  /** An object with a fault in each of a million places is told of the first ones. */
  private static final int TOLD = 20;

  private static final int NAME_CHARACTERS = 60;

  private final JsonObject object;
  private final List<Parsed.Invalid<Object>> faults = new ArrayList<>();

  private Fields(JsonObject object, List<String> known) {
    this.object = object;
    for (String name : object.fields().keySet()) {
      if (!known.contains(name)) {
        fault(Fault.UNKNOWN_FIELD, unknown(name, known));
      }
    }
    for (String name : object.repeated()) {
      fault(Fault.DUPLICATE_FIELD, "the field '" + shown(name) + "' is there more than once");
    }
  }

  /** Opens an object that may have these fields, each at most once. */
  static Parsed<Fields> of(JsonValue value, List<String> known) {
    return value instanceof JsonObject object
        ? Parsed.valid(new Fields(object, known))
        : Parsed.invalid(Fault.WRONG_TYPE, "expected a JSON object, found " + value.kind());
  }

  private static String unknown(String name, List<String> known) {
    return "unknown field '"
        + shown(name)
        + "': "
        + FieldNames.meantBy(name, known)
            .map(meant -> "did you mean '" + meant + "'?")
            .orElse("the fields are " + String.join(", ", known));
  }

  private static String shown(String name) {
    return name.length() > NAME_CHARACTERS ? name.substring(0, NAME_CHARACTERS) + "…" : name;
  }

  /** Notes a fault. */
  void fault(Fault fault, String reason) {
    faults.add(new Parsed.Invalid<>(fault, reason));
  }

  /** The paper that an id names; empty after a fault, and for an id that is itself empty. */
  Optional<Identity.Named> named(String id, Function<String, Identity.Outcome> naming) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return switch (naming.apply(id)) {
      case Identity.Named named -> Optional.of(named);
      case Identity.Unusable(String reason) -> {
        fault(Fault.WRONG_VALUE, reason);
        yield Optional.empty();
      }
    };
  }

  /** The result, unless there were faults. */
  <T> Parsed<T> unlessFaulty(Supplier<T> result) {
    return faulty().<Parsed<T>>map(Parsed.Invalid::as).orElseGet(() -> Parsed.valid(result.get()));
  }

  /** All faults as one, if there were any. */
  Optional<Parsed.Invalid<Object>> faulty() {
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    String told =
        faults.stream().limit(TOLD).map(Parsed.Invalid::reason).collect(Collectors.joining("; "));
    return Optional.of(
        new Parsed.Invalid<>(
            faults.getFirst().fault(),
            faults.size() <= TOLD
                ? told
                : told + "; and " + (faults.size() - TOLD) + " more faults"));
  }

  /** A text that must be there and hold something; empty only after a fault. */
  String required(String name, int maxCharacters) {
    int before = faults.size();
    Optional<String> text = optional(name, maxCharacters);
    if (text.isEmpty() && faults.size() == before) {
      fault(
          isPresent(name) ? Fault.WRONG_VALUE : Fault.MISSING_FIELD,
          isPresent(name) ? "'" + name + "' is empty" : "'" + name + "' is missing");
    }
    return text.orElse("");
  }

  /** A text as it stands there, or a number; empty after a fault, and where it is not there. */
  Optional<String> scalar(String name) {
    Optional<JsonValue> value = present(name);
    Optional<String> scalar = value.flatMap(JsonValue::scalar);
    if (value.isEmpty()) {
      fault(Fault.MISSING_FIELD, "'" + name + "' is missing");
    } else if (scalar.isEmpty()) {
      fault(
          Fault.WRONG_TYPE,
          "'" + name + "' must be a string or a number, not " + value.get().kind());
    }
    return scalar;
  }

  /** A text on one line; empty where it is not there, null or blank. */
  Optional<String> optional(String name, int maxCharacters) {
    Optional<JsonValue> value = present(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof JsonString(String text))) {
      fault(Fault.WRONG_TYPE, "'" + name + "' must be a string, not " + value.get().kind());
      return Optional.empty();
    }
    return clean("'" + name + "'", text, maxCharacters).filter(clean -> !clean.isEmpty());
  }

  /** A list of texts, none of them blank; empty where it is not there or null. */
  List<String> texts(String name, int maxItems, int maxCharacters) {
    return items(name, "strings", maxItems, (what, value) -> item(what, value, maxCharacters));
  }

  /** A list of authors as {@link AuthorFormat} has them; empty where it is not there or null. */
  List<RecordedAuthor> authors(String name, int maxItems, int maxCharacters) {
    return items(
        name, AuthorFormat.ITEMS, maxItems, (what, value) -> author(what, value, maxCharacters));
  }

  private Optional<RecordedAuthor> author(String what, JsonValue value, int maxCharacters) {
    if (!(value instanceof JsonObject object)) {
      return item(what, value, maxCharacters).map(RecordedAuthor::named);
    }
    Fields author = new Fields(object, AuthorFormat.FIELDS);
    Optional<RecordedAuthor> read = AuthorFormat.read(author, maxCharacters);
    author.faulty().ifPresent(found -> fault(found.fault(), what + ": " + found.reason()));
    return read;
  }

  private <T> List<T> items(
      String name, String kinds, int maxItems, BiFunction<String, JsonValue, Optional<T>> reading) {
    Optional<JsonValue> value = present(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof JsonArray(List<JsonValue> values))) {
      fault(
          Fault.WRONG_TYPE,
          "'" + name + "' must be an array of " + kinds + ", not " + value.get().kind());
      return List.of();
    }
    if (values.size() > maxItems) {
      fault(
          Fault.TOO_LARGE,
          "'" + name + "' has " + values.size() + " items, the limit is " + maxItems);
      return List.of();
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      reading.apply("'" + name + "' item " + (i + 1), values.get(i)).ifPresent(items::add);
    }
    return items;
  }

  private Optional<String> item(String what, JsonValue value, int maxCharacters) {
    if (!(value instanceof JsonString(String text))) {
      fault(Fault.WRONG_TYPE, what + " must be a string, not " + value.kind());
      return Optional.empty();
    }
    Optional<String> clean = clean(what, text, maxCharacters);
    if (clean.filter(String::isEmpty).isPresent()) {
      fault(Fault.WRONG_VALUE, what + " is empty");
    }
    return clean.filter(kept -> !kept.isEmpty());
  }

  /** An ORCID iD in any of its forms; empty where it is not there, null or blank. */
  Optional<OrcidId> orcid(String name) {
    Optional<String> written = optional(name, NAME_CHARACTERS);
    Optional<OrcidId> orcid = written.flatMap(OrcidId::read);
    if (written.isPresent() && orcid.isEmpty()) {
      fault(
          Fault.WRONG_VALUE,
          "'%s' must be an ORCID iD such as 0000-0002-1825-0097, not '%s'%s"
              .formatted(
                  name,
                  written.get(),
                  OrcidId.isMistyped(written.get())
                      ? ", which is mistyped: its check digit does not fit"
                      : ""));
    }
    return orcid;
  }

  /** A date (midnight UTC) or a timestamp with offset (RFC 3339), as {@link PaperDates} has it. */
  Optional<Instant> time(String name) {
    return time(name, text -> OffsetDateTime.parse(text).toInstant());
  }

  /** As {@link #time(String)}; a timestamp without offset is one of UTC. */
  Optional<Instant> timeOfUtc(String name) {
    return time(name, Fields::inUtc);
  }

  private static Instant inUtc(String timestamp) {
    TemporalAccessor read =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            timestamp, OffsetDateTime::from, LocalDateTime::from);
    return read instanceof OffsetDateTime time
        ? time.toInstant()
        : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
  }

  private Optional<Instant> time(String name, Function<String, Instant> timestamp) {
    return optional(name, 40).flatMap(text -> time(name, text, timestamp));
  }

  private Optional<Instant> time(String name, String text, Function<String, Instant> timestamp) {
    try {
      Instant instant =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : timestamp.apply(text.replace(' ', 'T'));
      if (!PaperDates.isPlausible(instant)) {
        fault(
            Fault.WRONG_VALUE,
            "'%s' must lie between 1600 and 2199, not '%s'".formatted(name, text));
        return Optional.empty();
      }
      return Optional.of(instant);
    } catch (DateTimeException e) {
      fault(
          Fault.WRONG_VALUE,
          "'%s' must be a date such as 2026-01-31 or a timestamp such as 2026-01-31T12:00:00Z, not '%s'"
              .formatted(name, text));
      return Optional.empty();
    }
  }

  /** A whole number that must be there and not be zero; zero only after a fault. */
  long wholeNumber(String name) {
    Optional<JsonValue> value = present(name);
    if (value.isEmpty()) {
      fault(Fault.MISSING_FIELD, "'" + name + "' is missing");
      return 0;
    }
    if (!(value.get() instanceof JsonNumber(String digits))) {
      fault(Fault.WRONG_TYPE, "'" + name + "' must be a whole number, not " + value.get().kind());
      return 0;
    }
    try {
      long number = Long.parseLong(digits);
      if (number == 0) {
        fault(Fault.WRONG_VALUE, "'" + name + "' must not be 0");
      }
      return number;
    } catch (NumberFormatException e) {
      fault(Fault.WRONG_VALUE, "'" + name + "' must be a whole number, not " + digits);
      return 0;
    }
  }

  private boolean isPresent(String name) {
    return present(name).isPresent();
  }

  private Optional<JsonValue> present(String name) {
    return Optional.ofNullable(object.fields().get(name))
        .filter(value -> !(value instanceof JsonNull));
  }

  private Optional<String> clean(String what, String text, int maxCharacters) {
    if (text.length() > maxCharacters) {
      fault(
          Fault.TOO_LARGE,
          what + " has " + text.length() + " characters, the limit is " + maxCharacters);
      return Optional.empty();
    }
    if (text.indexOf('\0') >= 0) {
      fault(Fault.WRONG_VALUE, what + " holds NUL, which no text holds");
      return Optional.empty();
    }
    if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      fault(Fault.WRONG_VALUE, what + " holds half a surrogate pair");
      return Optional.empty();
    }
    return Optional.of(PlainText.oneLine(text));
  }
}
