package io.paperwire.ingest.judgement;

import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import java.time.Instant;

/**
 * What a statement says, without what a source changes from day to day (dates of rendering, links,
 * its own word for the event).
 *
 * @param content fingerprint of title, abstract, authors with their ORCID iDs, comment, licence and
 *     date of publication
 * @param text fingerprint of title and abstract, which readers read; 0 where it is not known, of
 *     what a former version noted
 * @param publication fingerprint of DOI and journal reference; 0 where there is neither
 * @param categories fingerprint of the categories
 * @param categoryCount how many categories
 * @param withdrawn whether the authors withdrew the paper
 */
public record Meaning(
    long content, int text, int publication, int categories, int categoryCount, boolean withdrawn) {

  /** Boils a statement down. */
  public static Meaning of(SourceRecord record) {
    return new Meaning(
        content(record),
        text(record),
        publication(record.publication()),
        categories(record),
        Math.min(record.categories().size(), Known.MAX_CATEGORY_COUNT),
        Withdrawal.isDeclaredBy(record));
  }

  private static long content(SourceRecord record) {
    Fingerprint fingerprint = Fingerprint.start().add(record.title()).add(record.abstractText());
    fingerprint.add(record.authors().size());
    for (RecordedAuthor author : record.authors()) {
      fingerprint.add(author.name());
      // Nothing is added for an author without one, as before iDs were read: what is known stays.
      author.orcid().ifPresent(orcid -> fingerprint.add(orcid.value()));
    }
    return fingerprint
        .add(record.publication().comment())
        .add(record.publication().license())
        .add(record.dates().published().map(Instant::toString))
        .bits();
  }

  private static int text(SourceRecord record) {
    return notZero(Fingerprint.start().add(record.title()).add(record.abstractText()));
  }

  private static int publication(SourceRecord.Publication publication) {
    return publication.doi().isEmpty() && publication.journalRef().isEmpty()
        ? 0
        : notZero(Fingerprint.start().add(publication.doi()).add(publication.journalRef()));
  }

  private static int notZero(Fingerprint fingerprint) {
    int bits = (int) fingerprint.bits();
    return bits == 0 ? 1 : bits;
  }

  private static int categories(SourceRecord record) {
    Fingerprint fingerprint = Fingerprint.start();
    record.categories().forEach(fingerprint::add);
    return (int) fingerprint.bits();
  }
}
