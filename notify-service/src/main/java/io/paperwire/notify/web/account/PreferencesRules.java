package io.paperwire.notify.web.account;

import io.paperwire.index.Admission;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.schedule.TimeZones;
import io.paperwire.text.OrcidId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges what a subscriber asks for. */
public final class PreferencesRules {

  /** The most interests that one subscriber may have. */
  public static final int MOST_INTERESTS = 100;

  /** The most characters of a phrase or a name. */
  public static final int MOST_CHARACTERS = 100;

  /**
   * The most bytes that the interests of one subscriber may take. With as many examples as there
   * may be they fit into a record of the interests topic, and into a form that is posted.
   */
  public static final int MOST_BYTES = 60_000;

  private static final int LEAST_LETTERS = 2;
  private static final int MOST_MISTAKES = 5;

  /** An empty line stands between the mistakes of one field, because one mistake may have lines. */
  private static final String BETWEEN = "\n\n";

  private final TopicNames topics;
  private final InterestParser parser;

  /**
   * Rules over a vocabulary.
   *
   * @param topics the topics that one can subscribe to
   * @param parser reads queries
   */
  public PreferencesRules(TopicNames topics, InterestParser parser) {
    this.topics = topics;
    this.parser = parser;
  }

  /** Checks a form, all its fields at once. */
  public CheckedForm check(PreferencesForm form) {
    List<String> topicIds = distinct(form.topics(), id -> id);
    List<String> phrases = distinct(form.phrases(), PreferencesRules::folded);
    List<String> authors =
        distinct(
            form.authors().stream()
                .map(author -> OrcidId.read(author).map(OrcidId::value).orElse(author))
                .toList(),
            PreferencesRules::folded);
    List<String> queries = distinct(form.queries(), query -> query);
    Map<String, String> errors = new LinkedHashMap<>();
    List<StoredInterest> interests = StoredInterest.of(topicIds, phrases, authors, queries);
    countError(interests).ifPresent(error -> errors.put("interests", error));
    if (interests.size() <= MOST_INTERESTS) { // a hundred thousand would take seconds to judge
      wrong(topicIds, this::noTopic).ifPresent(error -> errors.put("topics", error));
      wrong(phrases, PreferencesRules::noPhrase).ifPresent(error -> errors.put("phrases", error));
      wrong(authors, PreferencesRules::noAuthor).ifPresent(error -> errors.put("authors", error));
      wrong(queries, this::noQuery).ifPresent(error -> errors.put("queries", error));
    }
    Optional<Cadence> cadence =
        needed("cadence", Cadence.of(form.cadence()), "Choose at once, daily or weekly.", errors);
    Optional<ZoneId> zone =
        needed("zone", TimeZones.find(form.zone().strip()), noZone(form), errors);
    Optional<LocalTime> sendAt = needed("sendAt", time(form.sendAt()), noTime(form), errors);
    Optional<DayOfWeek> sendDay =
        needed(
            "sendDay",
            day(form.sendDay()),
            "Choose a day of the week, 1 (Monday) to 7 (Sunday).",
            errors);
    return errors.isEmpty()
        ? new CheckedForm.Accepted(
            new Preferences(
                topicIds,
                phrases,
                authors,
                queries,
                cadence.orElseThrow(),
                zone.orElseThrow(),
                sendAt.orElseThrow(),
                sendDay.orElseThrow()))
        : new CheckedForm.Rejected(new FieldErrors(errors));
  }

  /** Whether the database has a way to write it: it has none for NUL and for half a character. */
  static boolean isText(String value) {
    return value
        .codePoints()
        .allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
  }

  private static Optional<String> noText(String value) {
    return isText(value)
        ? Optional.empty()
        : Optional.of(
            "'%s' has a character in it that is no text. Please type it anew."
                .formatted(CleanText.shortened(CleanText.line(value), MOST_CHARACTERS)));
  }

  /** Notes what is wrong with a field if it cannot be read. */
  private static <T> Optional<T> needed(
      String field, Optional<T> read, String mistake, Map<String, String> errors) {
    if (read.isEmpty()) {
      errors.put(field, mistake);
    }
    return read;
  }

  private static String noZone(PreferencesForm form) {
    return "'"
        + CleanText.line(form.zone())
        + "' is not a time zone. An example of one: Europe/Berlin.";
  }

  private static String noTime(PreferencesForm form) {
    return "'" + CleanText.line(form.sendAt()) + "' is not a time of day such as 08:00.";
  }

  private Optional<String> noTopic(String id) {
    return topics.label(id).isPresent()
        ? Optional.empty()
        : Optional.of("There is no topic '" + id + "'.");
  }

  private static Optional<String> noPhrase(String phrase) {
    return noText(phrase)
        .or(() -> badLength(phrase, "word or phrase"))
        .or(
            () ->
                new StoredInterest(StoredInterest.PHRASE, phrase)
                    .refusal()
                    .map(PreferencesRules::sentence));
  }

  private static Optional<String> noAuthor(String name) {
    return noText(name)
        .or(() -> badLength(name, "name"))
        .or(
            () ->
                OrcidId.isMistyped(name)
                    ? Optional.of("The ORCID iD '%s' is mistyped.".formatted(name))
                    : Optional.empty())
        .or(
            () ->
                new StoredInterest(StoredInterest.AUTHOR, name)
                    .refusal()
                    .map(
                        refusal ->
                            sentence(refusal)
                                + " Write it as Ada Lovelace, or give an ORCID iD such as"
                                + " 0000-0002-1825-0097."));
  }

  private Optional<String> noQuery(String query) {
    return noText(query).or(() -> mistake(query));
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  /** What is wrong with a query, and where. */
  private Optional<String> mistake(String query) {
    return switch (parser.parse(query)) {
      case Reading.Understood(Expression expression) ->
          Admission.refusal(expression)
              .map(reason -> "'%s' is not taken: %s.".formatted(query, reason));
      case Reading.Refused(SyntaxError error) -> Optional.of(error.describe(query));
    };
  }

  private static Optional<String> countError(List<StoredInterest> interests) {
    if (interests.isEmpty()) {
      return Optional.of("Choose at least one topic, word, author or query.");
    }
    if (interests.size() > MOST_INTERESTS) {
      return Optional.of(
          interests.size()
              + " interests are too many; "
              + MOST_INTERESTS
              + " are the most you can have.");
    }
    int bytes = interests.stream().mapToInt(StoredInterest::bytes).sum();
    return bytes > MOST_BYTES
        ? Optional.of(
            ("All your interests together are too long: they take %,d bytes, and %,d are the most."
                    + " Please shorten the longest, or leave some out. (A letter takes one byte in"
                    + " English, two to four in other scripts.)")
                .formatted(bytes, MOST_BYTES))
        : Optional.empty();
  }

  /** All mistakes of a field in one text; of many, the first few and how many more there are. */
  private static Optional<String> wrong(
      List<String> values, Function<String, Optional<String>> mistake) {
    List<String> each = values.stream().flatMap(value -> mistake.apply(value).stream()).toList();
    String shown = each.stream().limit(MOST_MISTAKES).collect(Collectors.joining(BETWEEN));
    int more = each.size() - MOST_MISTAKES;
    return Optional.of(more > 0 ? shown + BETWEEN + "And %d more.".formatted(more) : shown)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> badLength(String value, String kind) {
    if (value.length() > MOST_CHARACTERS) {
      return Optional.of(
          "A %s may have %d characters; '%s…' has %d."
              .formatted(kind, MOST_CHARACTERS, value.substring(0, 20), value.length()));
    }
    long letters = value.codePoints().filter(Character::isLetterOrDigit).count();
    return letters < LEAST_LETTERS
        ? Optional.of("'%s' is too short for a %s.".formatted(value, kind))
        : Optional.empty();
  }

  /** Trimmed, inner white space folded, without empty ones and repeats, in the order given. */
  private static List<String> distinct(List<String> values, Function<String, String> key) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String value : values) {
      String clean = value.strip().replaceAll("\\s+", " ");
      if (!clean.isEmpty()) {
        byKey.putIfAbsent(key.apply(clean), clean);
      }
    }
    return List.copyOf(byKey.values());
  }

  private static String folded(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text.strip()).truncatedTo(ChronoUnit.MINUTES));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<DayOfWeek> day(String text) {
    try {
      return Optional.of(DayOfWeek.of(Integer.parseInt(text.strip())));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
