package io.paperwire.ingest.record;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.text.OrcidId;
import io.paperwire.text.TextEnd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One source's statement about one paper.
 *
 * @param paperId the paper's canonical id
 * @param sourceKey the paper's id in the source's own words, unversioned
 * @param version version number from 1, where the source has versions
 * @param announcement what the source itself calls this
 * @param title clean text on one line, never empty
 * @param abstractText clean text
 * @param authors in the order of the paper
 * @param categories in the source's scheme, primary first
 * @param dates when it was published
 * @param publication where it was published, and under which terms
 * @param links what the source links to
 */
public record SourceRecord(
    CanonicalId paperId,
    String sourceKey,
    OptionalInt version,
    Announcement announcement,
    String title,
    Optional<String> abstractText,
    List<RecordedAuthor> authors,
    List<String> categories,
    Dates dates,
    Publication publication,
    List<RecordedLink> links) {

  public SourceRecord {
    if (title.isBlank()) {
      throw new IllegalArgumentException(paperId + " has no title");
    }
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    links = List.copyOf(links);
  }

  /** The same statement, made of a version. */
  public SourceRecord withVersion(OptionalInt other) {
    return new SourceRecord(
        paperId,
        sourceKey,
        other,
        announcement,
        title,
        abstractText,
        authors,
        categories,
        dates,
        publication,
        links);
  }

  /** What a source calls its statement. The judgement weighs it with the rest of the evidence. */
  public enum Announcement {
    /** The source says nothing about it. */
    UNSAID,
    /**
     * Somebody handed it in, as a file or over HTTP: what was said last stands, and of several
     * versions at one time the highest.
     */
    HANDED_IN,
    /** A paper that is new today. */
    NEW,
    /** A paper that is new today, seen in a category that is not its primary one. */
    CROSS_OF_NEW,
    /** An older paper that was put into a further category today. */
    CROSS_OF_OLD,
    /** A new version of a paper. */
    REPLACEMENT,
    /** An old paper as it stands; its record was touched, which says nothing of the paper. */
    STANDING
  }

  /**
   * An author as the source names them.
   *
   * @param name display name in reading order, clean Unicode
   * @param orcid where the source gives one that is well formed
   * @param affiliation as the source words it
   */
  public record RecordedAuthor(String name, Optional<OrcidId> orcid, Optional<String> affiliation) {

    /** An author as sources without ORCID iDs name them. */
    public RecordedAuthor(String name, Optional<String> affiliation) {
      this(name, Optional.empty(), affiliation);
    }

    /** An author of whom only the name is known. */
    public static RecordedAuthor named(String name) {
      return new RecordedAuthor(name, Optional.empty(), Optional.empty());
    }

    /**
     * The author with a name of so many characters at most. A longer one is a line that was taken
     * for a name, and is cut.
     */
    public RecordedAuthor within(int characters) {
      if (name.length() <= characters) {
        return this;
      }
      return new RecordedAuthor(TextEnd.within(characters, name).strip(), orcid, affiliation);
    }
  }

  /**
   * A link that the source gives.
   *
   * @param rel abstract, pdf, code, data, published, discussion, project
   * @param url absolute http or https address
   */
  public record RecordedLink(String rel, String url) {}

  /**
   * Dates of a paper.
   *
   * @param published when the first version appeared, as far as the source knows
   * @param updated when this version appeared
   */
  public record Dates(Optional<Instant> published, Optional<Instant> updated) {

    /** The source gives no date. */
    public static Dates unknown() {
      return new Dates(Optional.empty(), Optional.empty());
    }
  }

  /**
   * Publication and terms.
   *
   * @param doi of the published work, lower case, without resolver
   * @param journalRef where it was published, as the source words it
   * @param comment the authors' comment
   * @param license address or name of the licence
   */
  public record Publication(
      Optional<String> doi,
      Optional<String> journalRef,
      Optional<String> comment,
      Optional<String> license) {

    /** The source says nothing of it. */
    public static Publication unknown() {
      return new Publication(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }
}
