package io.paperwire.ingest.format;

import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RecordedSignal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A signal as a JSON object: {@code {"id","source","kind","count","at"}}, all required. {@code
 * count} is a difference and not zero; {@code at} makes a repeated request recognisable, so that it
 * counts once.
 */
public final class SignalFormat {

  private static final List<String> FIELDS = List.of("id", "source", "kind", "count", "at");
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

  private SignalFormat() {}

  /** Reads a signal from a JSON value. */
  public static Parsed<RecordedSignal> read(JsonValue value) {
    return Fields.of(value, FIELDS).then(SignalFormat::read);
  }

  private static Parsed<RecordedSignal> read(Fields fields) {
    String id = fields.required("id", Identity.MAX_CHARACTERS);
    String source = fields.required("source", 100);
    String kindName = fields.required("kind", 100);
    long count = fields.wholeNumber("count");
    Instant at = instant(fields);
    Optional<RecordedSignal.Kind> kind =
        kindName.isEmpty() ? Optional.empty() : kind(kindName, fields);
    if (!source.isEmpty() && !SOURCE.matcher(source).matches()) {
      fields.fault(
          Fault.WRONG_VALUE,
          "'source' must be a name such as hugging-face (a-z, 0-9, hyphen), not '" + source + "'");
    }
    Optional<Identity.Named> named = fields.named(id, given -> Identity.of(source, given));
    return fields.unlessFaulty(
        () -> new RecordedSignal(named.orElseThrow().id(), source, kind.orElseThrow(), count, at));
  }

  private static Instant instant(Fields fields) {
    if (fields.required("at", 40).isEmpty()) {
      return Instant.EPOCH;
    }
    return fields.time("at").orElse(Instant.EPOCH);
  }

  private static Optional<RecordedSignal.Kind> kind(String name, Fields fields) {
    Optional<RecordedSignal.Kind> kind =
        Arrays.stream(RecordedSignal.Kind.values())
            .filter(known -> known.label().equals(name.toLowerCase(Locale.ROOT)))
            .findFirst();
    if (kind.isEmpty()) {
      fields.fault(
          Fault.WRONG_VALUE,
          "'kind' must be one of "
              + Arrays.stream(RecordedSignal.Kind.values())
                  .map(RecordedSignal.Kind::label)
                  .collect(Collectors.joining(", "))
              + ", not '"
              + name
              + "'");
    }
    return kind;
  }
}
