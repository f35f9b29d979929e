package io.paperwire.ingest.publish;

import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.text.OrcidId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Puts records into the words of the contracts. */
final class PaperEvents {

  private PaperEvents() {}

  /**
   * The event that a judgement calls for; empty where nothing happened.
   *
   * @param observedAt tells when the event is seen, if there is one
   */
  static Optional<PaperEvent> event(
      String source, SourceRecord record, Judgement judgement, Supplier<Instant> observedAt) {
    return kind(judgement.verdict())
        .map(kind -> event(source, record, kind, version(record, judgement), observedAt.get()));
  }

  /** What is said without a version is said of the known one: it is no earlier than that. */
  private static OptionalInt version(SourceRecord record, Judgement judgement) {
    int known = judgement.known().version();
    return record.version().isPresent() || known == 0 ? record.version() : OptionalInt.of(known);
  }

  /** A correction is what its kinds have no name for: what stands is said anew, and no news. */
  private static Optional<PaperEventKind> kind(Verdict verdict) {
    return switch (verdict) {
      case ANNOUNCED -> Optional.of(PaperEventKind.ANNOUNCED);
      case REVISED -> Optional.of(PaperEventKind.REVISED);
      case CORRECTED -> Optional.of(PaperEventKind.UNKNOWN);
      case CROSS_LISTED -> Optional.of(PaperEventKind.CROSS_LISTED);
      case WITHDRAWN -> Optional.of(PaperEventKind.WITHDRAWN);
      case PUBLISHED -> Optional.of(PaperEventKind.PUBLISHED);
      case UNCHANGED -> Optional.empty();
    };
  }

  private static PaperEvent event(
      String source,
      SourceRecord record,
      PaperEventKind kind,
      OptionalInt version,
      Instant observedAt) {
    PaperEvent.Builder event =
        PaperEvent.newBuilder()
            .setPaperId(record.paperId().value())
            .setKind(kind)
            .setSource(source)
            .setSourceKey(record.sourceKey())
            .setObservedAt(observedAt)
            .setTitle(record.title())
            .setAuthors(record.authors().stream().map(PaperEvents::author).toList())
            .setCategories(record.categories())
            .setLinks(
                record.links().stream().map(link -> new Link(link.rel(), link.url())).toList());
    version.ifPresent(event::setVersion);
    record.abstractText().ifPresent(event::setAbstractText);
    record.dates().published().ifPresent(event::setPublishedAt);
    record.dates().updated().ifPresent(event::setUpdatedAt);
    record.publication().doi().ifPresent(event::setDoi);
    record.publication().journalRef().ifPresent(event::setJournalRef);
    record.publication().comment().ifPresent(event::setComment);
    record.publication().license().ifPresent(event::setLicense);
    return event.build();
  }

  private static Author author(SourceRecord.RecordedAuthor author) {
    Author.Builder builder = Author.newBuilder().setName(author.name());
    author.orcid().map(OrcidId::value).ifPresent(builder::setOrcid);
    author.affiliation().ifPresent(builder::setAffiliation);
    return builder.build();
  }

  static PaperSignal signal(RecordedSignal signal) {
    return new PaperSignal(
        signal.paperId().value(),
        signal.source(),
        switch (signal.kind()) {
          case UPVOTE -> PaperSignalKind.UPVOTE;
          case STAR -> PaperSignalKind.STAR;
          case CITATION -> PaperSignalKind.CITATION;
          case COMMENT -> PaperSignalKind.COMMENT;
        },
        signal.count(),
        signal.at());
  }
}
