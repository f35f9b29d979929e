package io.paperwire.ingest.format;

import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.Dates;
import io.paperwire.ingest.record.SourceRecord.Publication;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A paper as a JSON object: {@code
 * {"id","title","abstract","authors":[],"categories":[],"published"}}, of which {@code id} and
 * {@code title} are required; null stands for absent. An author is a name, or an object {@code
 * {"name","orcid"}}.
 *
 * @param source name of the source, the scheme of ids that have none
 * @param limits how large its parts may be
 */
public record PaperFormat(String source, PaperLimits limits) {

  private static final String AUTHORS = "authors";
  private static final List<String> FIELDS =
      List.of("id", "title", "abstract", AUTHORS, "categories", "published");
  private static final int KEY_CHARACTERS = 100;

  /** Reads a paper from the bytes of a JSON object. */
  public Parsed<SourceRecord> read(byte[] json) {
    return Utf8.decode(json).then(JsonText::parse).then(this::read);
  }

  /** Reads a paper from a JSON value. */
  public Parsed<SourceRecord> read(JsonValue value) {
    return Fields.of(value, FIELDS).then(this::read);
  }

  /**
   * A paper of somebody's own file.
   *
   * @param paper what could be read of it; where it has no title, the abstract stands in its place
   * @param leftOut what could not be, in words for whoever wrote it; empty if that is nothing
   */
  public record Own(SourceRecord paper, Optional<String> leftOut) {}

  /**
   * Reads a paper from the bytes of a JSON object of somebody's own file, which is written for
   * something else and told to nobody: whatever has an id and a title or an abstract is a paper. It
   * may have other fields too, any id that tells papers apart (see {@link Identity#ofOwn}), a
   * number as well, and times of UTC without offset. Other fields that are faulty are left out, and
   * so are items of their lists.
   */
  public Parsed<Own> readOwn(byte[] json) {
    return Utf8.decode(json)
        .then(JsonText::parse)
        .then(value -> Fields.of(withoutOthers(value), FIELDS))
        .then(this::own);
  }

  private Parsed<Own> own(Fields fields) {
    Optional<Identity.Named> named =
        fields.scalar("id").flatMap(id -> fields.named(id, given -> Identity.ofOwn(source, given)));
    String title = fields.required("title", limits.titleCharacters());
    Optional<String> text = fields.optional("abstract", limits.abstractCharacters());
    List<RecordedAuthor> authors = authors(fields);
    List<String> categories = categories(fields);
    Optional<Instant> published = fields.timeOfUtc("published");
    Optional<Parsed.Invalid<Object>> faulty = fields.faulty();
    if (faulty.isPresent() && (named.isEmpty() || (title.isEmpty() && text.isEmpty()))) {
      return faulty.get().as();
    }
    SourceRecord paper =
        title.isEmpty()
            ? record(
                named.orElseThrow(),
                text.orElseThrow(),
                Optional.empty(),
                authors,
                categories,
                published)
            : record(named.orElseThrow(), title, text, authors, categories, published);
    return Parsed.valid(new Own(paper, faulty.map(Parsed.Invalid::reason)));
  }

  private static JsonValue withoutOthers(JsonValue value) {
    JsonValue known = AuthorFormat.retaining(value, FIELDS);
    if (known instanceof JsonObject(Map<String, JsonValue> fields, List<String> _)) {
      fields.computeIfPresent(AUTHORS, (_, authors) -> AuthorFormat.withoutOthers(authors));
    }
    return known;
  }

  private Parsed<SourceRecord> read(Fields fields) {
    String id = fields.required("id", Identity.MAX_CHARACTERS);
    String title = fields.required("title", limits.titleCharacters());
    Optional<String> text = fields.optional("abstract", limits.abstractCharacters());
    List<RecordedAuthor> authors = authors(fields);
    List<String> categories = categories(fields);
    Optional<Instant> published = fields.time("published");
    Optional<Identity.Named> named = fields.named(id, given -> Identity.of(source, given));
    return fields
        .unlessFaulty(
            () -> record(named.orElseThrow(), title, text, authors, categories, published))
        .then(EventSize::within);
  }

  private List<RecordedAuthor> authors(Fields fields) {
    return fields.authors(AUTHORS, limits.authors(), limits.abstractCharacters()).stream()
        .map(person -> person.within(limits.authorCharacters()))
        .toList();
  }

  private List<String> categories(Fields fields) {
    return fields.texts("categories", limits.categories(), PaperLimits.CATEGORY_CHARACTERS);
  }

  /** A paper of which only title and abstract are known; the title gives it its key. */
  public Parsed<SourceRecord> read(String title, String text) {
    if (title.length() > limits.titleCharacters()) {
      return tooLarge("the title", title.length(), limits.titleCharacters());
    }
    if (text.length() > limits.abstractCharacters()) {
      return tooLarge("the abstract", text.length(), limits.abstractCharacters());
    }
    String key = keyOf(title);
    Identity.Named named =
        new Identity.Named(new CanonicalId(source + ":" + key), key, OptionalInt.empty());
    return EventSize.within(
        record(named, title, Optional.of(text), List.of(), List.of(), Optional.empty()));
  }

  private static SourceRecord record(
      Identity.Named named,
      String title,
      Optional<String> text,
      List<RecordedAuthor> authors,
      List<String> categories,
      Optional<Instant> published) {
    OptionalInt version = named.version();
    return new SourceRecord(
        named.id(),
        named.sourceKey(),
        version,
        Announcement.HANDED_IN,
        title,
        text,
        authors,
        categories,
        new Dates(published, Optional.empty()),
        Publication.unknown(),
        List.of());
  }

  /**
   * A key made of a title: its letters and digits in lower case, words joined by hyphens. The same
   * title gives the same key whatever its case, spacing and punctuation. A title that is cut, or
   * that has no letter or digit, carries a fingerprint of the whole.
   */
  static String keyOf(String title) {
    String words =
        title
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    if (!words.isEmpty() && words.length() <= KEY_CHARACTERS) {
      return words;
    }
    String fingerprint = fingerprint(words.isEmpty() ? title : words);
    return words.isEmpty()
        ? fingerprint
        : words.substring(0, words.offsetByCodePoints(0, KEY_CHARACTERS / 2)) + "-" + fingerprint;
  }

  private static String fingerprint(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static <T> Parsed<T> tooLarge(String what, int size, int limit) {
    return Parsed.invalid(
        Fault.TOO_LARGE, what + " has " + size + " characters, the limit is " + limit);
  }
}
