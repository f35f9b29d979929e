package io.paperwire.ingest.format;

import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.record.SourceRecord.RecordedLink;
import io.paperwire.text.OrcidId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How large the event of a paper can become. Limits of its parts do not bound the whole: they count
 * characters, of which one can take four bytes, and not every part has one.
 */
public final class EventSize {

  /** The largest event, in bytes: below the broker's default of 1 MiB with its key and headers. */
  public static final int MAX_BYTES = 900_000;

  /** What Avro writes of a text beside its characters, at most. */
  private static final int TEXT_BYTES = 6;

  private static final int FIXED_BYTES = 1_000;
  private static final int CHARACTER_BYTES = 3; // UTF-8 takes no more for one char of Java's

  private EventSize() {}

  /** The paper, unless its event would be too large to be written. */
  static Parsed<SourceRecord> within(SourceRecord record) {
    long bytes = atMost(record);
    return bytes <= MAX_BYTES
        ? Parsed.valid(record)
        : Parsed.invalid(
            Fault.TOO_LARGE,
            "the whole paper has %d bytes (%d authors, %d links), the limit is %d"
                .formatted(bytes, record.authors().size(), record.links().size(), MAX_BYTES));
  }

  /** A bound of the event's bytes; exact but for what Avro adds where the event is large. */
  static long atMost(SourceRecord record) {
    List<String> texts = texts(record).toList();
    long characters = texts.stream().mapToLong(String::length).sum();
    long beside = FIXED_BYTES + (long) texts.size() * TEXT_BYTES;
    long bound = characters * CHARACTER_BYTES + beside;
    return bound <= MAX_BYTES
        ? bound
        : texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum()
            + beside;
  }

  private static Stream<String> texts(SourceRecord record) {
    Stream<String> facts =
        Stream.of(
                Optional.of(record.paperId().value()),
                Optional.of(record.sourceKey()),
                Optional.of(record.title()),
                record.abstractText(),
                record.publication().doi(),
                record.publication().journalRef(),
                record.publication().comment(),
                record.publication().license())
            .flatMap(Optional::stream);
    return Stream.of(
            facts,
            record.authors().stream().flatMap(EventSize::texts),
            record.categories().stream(),
            record.links().stream().flatMap(EventSize::texts))
        .flatMap(texts -> texts);
  }

  private static Stream<String> texts(RecordedAuthor author) {
    return Stream.of(
            Optional.of(author.name()), author.orcid().map(OrcidId::value), author.affiliation())
        .flatMap(Optional::stream);
  }

  private static Stream<String> texts(RecordedLink link) {
    return Stream.of(link.rel(), link.url());
  }
}
