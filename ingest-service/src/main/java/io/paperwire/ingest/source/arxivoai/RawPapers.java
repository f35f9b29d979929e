package io.paperwire.ingest.source.arxivoai;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.markup.AuthorList;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Entry;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Version;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.text.markup.LatexText;
import io.paperwire.text.markup.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands records of the format {@code arXivRaw}.
 *
 * @param limits how large a paper may be
 */
record RawPapers(PaperLimits limits) implements Papers {

  private static final Pattern VERSION = Pattern.compile("v([1-9]\\d{0,3})");
  private static final Pattern PLAIN_DATE =
      Pattern.compile(
          "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d{1,2}) ([A-Z][a-z]{2}) (\\d{4})"
              + " (\\d\\d):(\\d\\d):(\\d\\d) GMT");
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int MONTH_LETTERS = 3;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  @Override
  public String metadataPrefix() {
    return "arXivRaw";
  }

  @Override
  public Parsed<SourceRecord> paper(Entry entry, ListPosition position) {
    Optional<ArxivId> id =
        ArxivId.parse(entry.field("id")).or(() -> ArxivId.parse(entry.identifier()));
    if (id.isEmpty()) {
      return Parsed.invalid(
          Fault.WRONG_VALUE, "no arXiv id in '" + entry.field("id") + "', " + entry.identifier());
    }
    TreeMap<Integer, Instant> versions = new TreeMap<>();
    for (Version version : entry.versions()) {
      Matcher number = VERSION.matcher(version.name());
      Optional<Instant> date = date(version.date());
      if (!number.matches() || date.isEmpty()) {
        return Parsed.invalid(
            Fault.WRONG_VALUE,
            "version '" + version.name() + "' of '" + version.date() + "' cannot be read");
      }
      versions.put(Integer.parseInt(number.group(1)), date.get());
    }
    if (versions.isEmpty()) {
      return Parsed.invalid(Fault.MISSING_FIELD, "no version is named");
    }
    return statement(entry, id.get(), versions, position).within(limits);
  }

  private static Statement statement(
      Entry entry, ArxivId id, NavigableMap<Integer, Instant> versions, ListPosition position) {
    Optional<Instant> first = Optional.ofNullable(versions.get(1));
    Instant last = versions.lastEntry().getValue();
    return Statement.about(id.canonical(), id.key())
        .version(OptionalInt.of(versions.lastKey()))
        .announcement(position.announcement(first, last))
        .title(LatexText.toUnicode(entry.field("title")))
        .abstractText(LatexText.toUnicode(entry.field("abstract")))
        .authors(AuthorList.parse(entry.field("authors")))
        .categories(List.of(SPACES.split(entry.field("categories"), -1)))
        .published(first)
        .updated(Optional.of(last))
        .doi(Doi.firstOf(entry.field("doi")).map(Doi::value))
        .journalRef(LatexText.toUnicode(entry.field("journal-ref")))
        .comment(LatexText.toUnicode(entry.field("comments")))
        .license(PlainText.oneLine(entry.field("license")))
        .link("abstract", "https://arxiv.org/abs/" + id.key());
  }

  private static Optional<Instant> date(String text) {
    Matcher plain = PLAIN_DATE.matcher(text);
    int month = plain.matches() ? MONTHS.indexOf(plain.group(2)) : -1;
    try {
      if (month >= 0) { // as arXiv writes them; the formatter takes ten times as long
        return Optional.of(
            LocalDateTime.of(
                    number(plain, 3),
                    month / MONTH_LETTERS + 1,
                    number(plain, 1),
                    number(plain, 4),
                    number(plain, 5),
                    number(plain, 6))
                .toInstant(ZoneOffset.UTC));
      }
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }
}
