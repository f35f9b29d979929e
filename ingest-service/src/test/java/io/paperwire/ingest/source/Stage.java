package io.paperwire.ingest.source;

import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The upstreams that behave badly together, and what is to come of it. */
final class Stage implements AutoCloseable {

  static final String OLD = "2019-05-05";
  static final String OLD_MAIL_DATE = "Sun, 5 May 2019 12:00:00 GMT";

  static final Answer THROTTLED = Answer.of(429, Map.of("Retry-After", "1"));
  static final Answer BUSY = Answer.of(503, Map.of("Retry-After", "1"));
  static final Answer FORBIDDEN = Answer.of(403, Map.of());
  static final Answer ERROR_PAGE = Answer.ok("<html><body>Bad gateway</body></html>");

  private final ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
  private final Map<String, ScriptedUpstream> upstreams = new LinkedHashMap<>();
  private final List<String> expected = new ArrayList<>();

  /** Opens upstreams by these names. */
  Stage(String... names) throws IOException {
    for (String name : names) {
      upstreams.put(name, new ScriptedUpstream());
    }
  }

  /** All upstreams. */
  Collection<ScriptedUpstream> upstreams() {
    return upstreams.values();
  }

  /** An upstream by its name. */
  ScriptedUpstream upstream(String name) {
    return Optional.ofNullable(upstreams.get(name)).orElseThrow();
  }

  /** What is to be told, each once: source, paper, kind of event. */
  List<String> expected() {
    return expected;
  }

  /** Notes what is to be told. */
  void expect(String source, String... events) {
    Stream.of(events).map(event -> source + " " + event).forEach(expected::add);
  }

  /** Today, such as {@code 2026-01-31}. */
  String day() {
    return LocalDate.from(now).toString();
  }

  /** Today, as those write it who leave the zeros out. */
  String unpaddedDay() {
    return now.getYear() + "-" + now.getMonthValue() + "-" + now.getDayOfMonth();
  }

  /** The beginning of today. */
  String stamp() {
    return day() + "T00:00:00Z";
  }

  /** A minute ago, as mails tell it. */
  String mailDate() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.minusMinutes(1));
  }

  /** An answer whose connection dies. */
  static Answer dying(String whole) {
    return Answer.dying(whole, whole.length() * 2 / 3);
  }

  /** An answer that is cut off and says nothing of it. */
  static Answer cut(String whole) {
    return Answer.ok(whole.substring(0, whole.length() * 2 / 3));
  }

  @Override
  public void close() {
    upstreams.values().forEach(ScriptedUpstream::close);
  }
}
