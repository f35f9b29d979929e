package io.paperwire.ingest.format;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.Dates;
import io.paperwire.ingest.record.SourceRecord.Publication;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.record.SourceRecord.RecordedLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A source's statement about a paper in the making. Texts are expected to be clean already; empty
 * ones count as absent. Belongs to one thread.
 */
public final class Statement {

  private static final Pattern NO_ADDRESS = Pattern.compile("[\\s\\p{Cc}\\p{Cs}]");

  private final CanonicalId paperId;
  private final String sourceKey;
  private OptionalInt version = OptionalInt.empty();
  private Announcement announcement = Announcement.UNSAID;
  private String title = "";
  private Optional<String> abstractText = Optional.empty();
  private List<RecordedAuthor> authors = List.of();
  private List<String> categories = List.of();
  private Optional<Instant> published = Optional.empty();
  private Optional<Instant> updated = Optional.empty();
  private Optional<String> doi = Optional.empty();
  private Optional<String> journalRef = Optional.empty();
  private Optional<String> comment = Optional.empty();
  private Optional<String> license = Optional.empty();
  private final List<RecordedLink> links = new ArrayList<>();

  private Statement(CanonicalId paperId, String sourceKey) {
    this.paperId = paperId;
    this.sourceKey = sourceKey;
  }

  /**
   * Begins a statement.
   *
   * @param sourceKey the paper's id in the source's own words, unversioned
   */
  public static Statement about(CanonicalId paperId, String sourceKey) {
    return new Statement(paperId, sourceKey);
  }

  /** Version number from 1. */
  public Statement version(OptionalInt number) {
    version = number;
    return this;
  }

  /** What the source calls it. */
  public Statement announcement(Announcement word) {
    announcement = word;
    return this;
  }

  /** The title; a statement without one is none. */
  public Statement title(String text) {
    title = text;
    return this;
  }

  /** The abstract. */
  public Statement abstractText(String text) {
    abstractText = present(text);
    return this;
  }

  /** The authors in the order of the paper. */
  public Statement authors(List<RecordedAuthor> people) {
    authors = people;
    return this;
  }

  /** Categories, primary first. */
  public Statement categories(List<String> names) {
    categories = names.stream().filter(name -> !name.isBlank()).distinct().toList();
    return this;
  }

  /** When the first version appeared; a date that no paper can have is none. */
  public Statement published(Optional<Instant> at) {
    published = at.filter(PaperDates::isPlausible);
    return this;
  }

  /** When this version appeared; a date that no paper can have is none. */
  public Statement updated(Optional<Instant> at) {
    updated = at.filter(PaperDates::isPlausible);
    return this;
  }

  /** DOI of the published work. */
  public Statement doi(Optional<String> value) {
    doi = value;
    return this;
  }

  /** Where it was published. */
  public Statement journalRef(String text) {
    journalRef = present(text);
    return this;
  }

  /** The authors' comment. */
  public Statement comment(String text) {
    comment = present(text);
    return this;
  }

  /** Address or name of the licence. */
  public Statement license(String text) {
    license = present(text);
    return this;
  }

  /** A link that the source gives; an address with a space or a control character in it is none. */
  public Statement link(String rel, String url) {
    if (!NO_ADDRESS.matcher(url).find()) {
      links.add(new RecordedLink(rel, url));
    }
    return this;
  }

  /** The whole statement, if it keeps within limits and has a title. */
  public Parsed<SourceRecord> within(PaperLimits limits) {
    if (title.isBlank()) {
      return Parsed.invalid(Fault.MISSING_FIELD, "the title is empty");
    }
    return size("title", title.length(), limits.titleCharacters())
        .or(() -> size("abstract", length(abstractText), limits.abstractCharacters()))
        .or(() -> size("comment", length(comment), limits.abstractCharacters()))
        .or(() -> size("journal reference", length(journalRef), limits.abstractCharacters()))
        .or(() -> count("authors", authors.size(), limits.authors()))
        .or(() -> count("categories", categories.size(), limits.categories()))
        .orElseGet(() -> EventSize.within(record(limits)));
  }

  private SourceRecord record(PaperLimits limits) {
    List<RecordedAuthor> people =
        authors.stream().map(person -> person.within(limits.authorCharacters())).toList();
    return new SourceRecord(
        paperId,
        sourceKey,
        version,
        announcement,
        title,
        abstractText,
        people,
        categories,
        new Dates(published, updated),
        new Publication(doi, journalRef, comment, license),
        links);
  }

  private static int length(Optional<String> text) {
    return text.map(String::length).orElse(0);
  }

  private static Optional<Parsed<SourceRecord>> size(String what, int size, int limit) {
    return size <= limit
        ? Optional.empty()
        : tooLarge("the " + what + " has " + size + " characters, the limit is " + limit);
  }

  private static Optional<Parsed<SourceRecord>> count(String what, int count, int limit) {
    return count <= limit
        ? Optional.empty()
        : tooLarge(count + " " + what + ", the limit is " + limit);
  }

  private static Optional<Parsed<SourceRecord>> tooLarge(String reason) {
    return Optional.of(Parsed.invalid(Fault.TOO_LARGE, reason));
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(words -> !words.isBlank());
  }
}
