package io.paperwire.ingest.source.arxivoai;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Entry;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.text.markup.LatexText;
import io.paperwire.text.markup.PlainText;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands records of the format {@code arXiv}, for mirrors that have no other. It tells authors
 * apart, but no versions: its {@code created} is the date of the current version, and not of the
 * first. So a paper is new by the month in its id.
 *
 * @param limits how large a paper may be
 */
record CurrentPapers(PaperLimits limits) implements Papers {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  @Override
  public String metadataPrefix() {
    return "arXiv";
  }

  @Override
  public Parsed<SourceRecord> paper(Entry entry, ListPosition position) {
    Optional<ArxivId> id =
        ArxivId.parse(entry.field("id")).or(() -> ArxivId.parse(entry.identifier()));
    Optional<Instant> last =
        UpstreamDates.parse(entry.field("updated"))
            .or(() -> UpstreamDates.parse(entry.field("created")));
    if (id.isEmpty() || last.isEmpty()) {
      return Parsed.invalid(
          Fault.WRONG_VALUE, "no arXiv id or no date in '" + entry.identifier() + "'");
    }
    return Statement.about(id.get().canonical(), id.get().key())
        .announcement(announcement(id.get(), last.get(), position))
        .title(LatexText.toUnicode(entry.field("title")))
        .abstractText(LatexText.toUnicode(entry.field("abstract")))
        .authors(entry.authors())
        .categories(List.of(SPACES.split(entry.field("categories"), -1)))
        .updated(last)
        .doi(Doi.firstOf(entry.field("doi")).map(Doi::value))
        .journalRef(LatexText.toUnicode(entry.field("journal-ref")))
        .comment(LatexText.toUnicode(entry.field("comments")))
        .license(PlainText.oneLine(entry.field("license")))
        .link("abstract", "https://arxiv.org/abs/" + id.get().key())
        .within(limits);
  }

  private static Announcement announcement(ArxivId id, Instant last, ListPosition position) {
    YearMonth newSince = YearMonth.from(position.newSince().atZone(ZoneOffset.UTC));
    boolean youngId = id.month().filter(month -> !month.isBefore(newSince)).isPresent();
    return position.announcement(Optional.of(last).filter(_ -> youngId), last);
  }
}
