package io.paperwire.ingest.format;

import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RecordedSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A signal as a JSON object: {@code {"id","source","kind","count","at"}}, all required. {@code
 * count} is a difference and not zero; {@code at} makes a repeated request recognisable, so that it
 * counts once, and may not lie ahead.
 *
 * @param clock tells what lies ahead
 */
public record SignalFormat(InstantSource clock) {

  private static final List<String> FIELDS = List.of("id", "source", "kind", "count", "at");
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

  /** The most that one signal may count; those of a paper are added up. */
  private static final long MOST = 1_000_000_000;

  /** How far the clock of whoever counts may be ahead of this one. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Reads a signal from a JSON value. */
  public Parsed<RecordedSignal> read(JsonValue value) {
    return Fields.of(value, FIELDS).then(this::read);
  }

  private Parsed<RecordedSignal> read(Fields fields) {
    String id = fields.required("id", Identity.MAX_CHARACTERS);
    String source = fields.required("source", 100);
    String kindName = fields.required("kind", 100);
    long count = count(fields);
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

  private static long count(Fields fields) {
    long count = fields.wholeNumber("count");
    if (count > MOST || count < -MOST) {
      fields.fault(
          Fault.WRONG_VALUE,
          "'count' must lie between -%1$s and %1$s, not %2$s".formatted(MOST, count));
    }
    return count;
  }

  private Instant instant(Fields fields) {
    if (fields.required("at", 40).isEmpty()) {
      return Instant.EPOCH;
    }
    Instant at = fields.time("at").orElse(Instant.EPOCH);
    Instant now = clock.instant();
    if (at.isAfter(now.plus(AHEAD))) {
      fields.fault(
          Fault.WRONG_VALUE,
          "'at' lies ahead: it is %s, and now it is %s; give the time at which it happened"
              .formatted(at, now.truncatedTo(ChronoUnit.SECONDS)));
    }
    return at;
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
