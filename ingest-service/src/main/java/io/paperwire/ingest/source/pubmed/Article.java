package io.paperwire.ingest.source.pubmed;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.format.UpstreamDates;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.markup.MarkupText;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.xml.XmlElement;
import io.paperwire.text.OrcidId;
import io.paperwire.text.markup.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands one article. */
final class Article {

  private static final Pattern PMID = Pattern.compile("[1-9]\\d{0,9}");
  private static final Pattern TRANSLATED =
      Pattern.compile("\\[((?:[^\\[\\]]|\\[[^\\[\\]]*])*+)]\\.?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("(\\d{1,2})|(\\p{Alpha}{3})\\p{Alpha}*");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int MOST_SUBJECTS = 20;

  private final XmlElement citation;
  private final XmlElement article;
  private final List<XmlElement> history;
  private final List<XmlElement> ids;

  private Article(XmlElement element, XmlElement citation, XmlElement article) {
    this.citation = citation;
    this.article = article;
    this.history = element.all("PubmedData", "History", "PubMedPubDate").toList();
    this.ids = element.all("PubmedData", "ArticleIdList", "ArticleId").toList();
  }

  /** The article's statement. */
  static Parsed<SourceRecord> paper(
      XmlElement element, ListPosition position, Instant now, PaperLimits limits) {
    Optional<XmlElement> citation = element.first("MedlineCitation");
    Optional<XmlElement> article = citation.flatMap(part -> part.first("Article"));
    if (citation.isEmpty() || article.isEmpty()) {
      return Parsed.invalid(Fault.MISSING_FIELD, "there is no article in it");
    }
    return new Article(element, citation.get(), article.get()).paper(position, now, limits);
  }

  private Parsed<SourceRecord> paper(ListPosition position, Instant now, PaperLimits limits) {
    Optional<String> pmid = citation.textAt("PMID").filter(id -> PMID.matcher(id).matches());
    if (pmid.isEmpty()) {
      return Parsed.invalid(Fault.MISSING_FIELD, "there is no PMID in it");
    }
    return switch (Identity.of("pubmed", doi().orElse(pmid.get()))) {
      case Identity.Named named -> statement(named, pmid.get(), position, now).within(limits);
      case Identity.Unusable(String reason) -> Parsed.invalid(Fault.WRONG_VALUE, reason);
    };
  }

  private Statement statement(
      Identity.Named named, String pmid, ListPosition position, Instant now) {
    Optional<Instant> entered = historyDate("entrez").or(() -> historyDate("pubmed"));
    Optional<Instant> published =
        article
            .first("ArticleDate")
            .flatMap(Article::date)
            .or(() -> article.first("Journal", "JournalIssue", "PubDate").flatMap(Article::date))
            .filter(date -> !date.isAfter(now))
            .or(() -> entered);
    return Statement.about(named.id(), pmid)
        .announcement(position.announcement(entered, entered.orElse(Instant.EPOCH)))
        .title(title())
        .abstractText(abstractText())
        .authors(authors())
        .categories(subjects())
        .published(published)
        .updated(entered)
        .doi(doi().filter(text -> ArxivId.parse(text).isEmpty()))
        .journalRef(journal())
        .comment(retraction())
        .link("abstract", "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/");
  }

  private Optional<String> doi() {
    Stream<XmlElement> own =
        ids.stream().filter(id -> id.attribute("IdType").filter("doi"::equals).isPresent());
    Stream<XmlElement> located =
        article
            .all("ELocationID")
            .filter(id -> id.attribute("EIdType").filter("doi"::equals).isPresent())
            .filter(id -> id.attribute("ValidYN").filter("N"::equals).isEmpty());
    return Stream.concat(located, own)
        .flatMap(id -> Doi.firstOf(id.text()).stream())
        .map(Doi::value)
        .findFirst();
  }

  /** Titles in another language stand in brackets, and end in a full stop like all others. */
  private String title() {
    String title =
        article.first("ArticleTitle").map(XmlElement::markup).map(MarkupText::toUnicode).orElse("");
    Matcher translated = TRANSLATED.matcher(title);
    String bare = translated.matches() ? translated.group(1) : title;
    return bare.endsWith(".") && !bare.endsWith("..")
        ? bare.substring(0, bare.length() - 1).strip()
        : bare;
  }

  private String abstractText() {
    return article
        .all("Abstract", "AbstractText")
        .map(
            part -> {
              String words = MarkupText.toUnicode(part.markup());
              return part.attribute("Label")
                  .filter(label -> !label.isBlank() && !label.equalsIgnoreCase("unlabelled"))
                  .map(label -> PlainText.oneLine(label) + ": " + words)
                  .orElse(words);
            })
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(" "));
  }

  private List<RecordedAuthor> authors() {
    return article
        .all("AuthorList", "Author")
        .filter(author -> author.attribute("ValidYN").filter("N"::equals).isEmpty())
        .flatMap(author -> name(author).stream().map(name -> author(name, author)))
        .toList();
  }

  private static RecordedAuthor author(String name, XmlElement author) {
    return new RecordedAuthor(
        name,
        orcid(author),
        author.textAt("AffiliationInfo", "Affiliation").map(PlainText::oneLine));
  }

  private static Optional<OrcidId> orcid(XmlElement author) {
    return author
        .all("Identifier")
        .filter(id -> id.attribute("Source").filter("ORCID"::equals).isPresent())
        .flatMap(id -> OrcidId.read(id.text()).stream())
        .findFirst();
  }

  private static Optional<String> name(XmlElement author) {
    Optional<String> given = author.textAt("ForeName").or(() -> author.textAt("Initials"));
    String person =
        Stream.of(given, author.textAt("LastName"), author.textAt("Suffix"))
            .flatMap(Optional::stream)
            .map(PlainText::oneLine)
            .collect(Collectors.joining(" "));
    return Optional.of(person)
        .filter(name -> !name.isBlank())
        .or(() -> author.textAt("CollectiveName").map(PlainText::oneLine));
  }

  private List<String> subjects() {
    return citation
        .all("MeshHeadingList", "MeshHeading", "DescriptorName")
        .map(XmlElement::text)
        .map(PlainText::oneLine)
        .limit(MOST_SUBJECTS)
        .toList();
  }

  /** For example {@code EJNMMI Res 2026;16(1):92}. */
  private String journal() {
    Optional<String> name =
        article.textAt("Journal", "ISOAbbreviation").or(() -> article.textAt("Journal", "Title"));
    if (name.isEmpty()) {
      return "";
    }
    StringBuilder journal = new StringBuilder(name.get());
    article
        .textAt("Journal", "JournalIssue", "PubDate", "Year")
        .ifPresent(year -> journal.append(' ').append(year));
    article
        .textAt("Journal", "JournalIssue", "Volume")
        .ifPresent(volume -> journal.append(';').append(volume));
    article
        .textAt("Journal", "JournalIssue", "Issue")
        .ifPresent(issue -> journal.append('(').append(issue).append(')'));
    article
        .textAt("Pagination", "MedlinePgn")
        .ifPresent(pages -> journal.append(':').append(pages));
    return PlainText.oneLine(journal.toString());
  }

  private String retraction() {
    return article
            .all("PublicationTypeList", "PublicationType")
            .anyMatch(type -> type.text().equals("Retracted Publication"))
        ? "Withdrawn: retracted by the publisher"
        : "";
  }

  private Optional<Instant> historyDate(String status) {
    return history.stream()
        .filter(date -> date.attribute("PubStatus").filter(status::equals).isPresent())
        .findFirst()
        .flatMap(Article::date);
  }

  /** A year, a month as a number or a name, a day; the later two may be missing. */
  private static Optional<Instant> date(XmlElement date) {
    Optional<Integer> year =
        date.textAt("Year").filter(y -> YEAR.matcher(y).matches()).map(Integer::valueOf);
    int month = date.textAt("Month").map(Article::month).orElse(1);
    int day = date.textAt("Day").filter(d -> d.matches("\\d{1,2}")).map(Integer::valueOf).orElse(1);
    try {
      return year.map(y -> UpstreamDates.day(y, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int month(String text) {
    Matcher matcher = MONTH.matcher(text);
    if (!matcher.matches()) {
      return 1;
    }
    return Optional.ofNullable(matcher.group(1))
        .map(Integer::valueOf)
        .orElseGet(
            () -> Math.max(1, MONTHS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1));
  }
}
