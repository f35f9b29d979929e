package io.paperwire.ingest.source.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Statement;
import io.paperwire.ingest.identity.ArxivId;
import io.paperwire.ingest.identity.Doi;
import io.paperwire.ingest.identity.Identity;
import io.paperwire.ingest.markup.AuthorList;
import io.paperwire.ingest.markup.MarkupText;
import io.paperwire.ingest.markup.PersonName;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.text.markup.PlainText;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands items of a feed.
 *
 * @param limits how large a paper may be
 */
record SyndicationItems(PaperLimits limits) {

  Parsed<SourceRecord> paper(SyndEntry entry, ListPosition position) {
    Optional<String> id =
        known(entry).or(() -> text(entry.getUri())).or(() -> text(entry.getLink()));
    return switch (Identity.of("feed", id.orElse(""))) {
      case Identity.Named named -> statement(entry, named, position).within(limits);
      case Identity.Unusable(String reason) -> Parsed.invalid(Fault.WRONG_VALUE, reason);
    };
  }

  /** The first of an item's ids and links that others know too. */
  private static Optional<String> known(SyndEntry entry) {
    return Stream.of(dublinCore(entry), text(entry.getUri()), text(entry.getLink()))
        .flatMap(Optional::stream)
        .filter(id -> ArxivId.parse(id).isPresent() || Doi.parse(id).isPresent())
        .findFirst();
  }

  private static Optional<String> dublinCore(SyndEntry entry) {
    return entry.getModule(DCModule.URI) instanceof DCModule module
        ? text(module.getIdentifier())
        : Optional.empty();
  }

  private static Statement statement(SyndEntry entry, Identity.Named named, ListPosition position) {
    Optional<Instant> published = instant(entry.getPublishedDate());
    Optional<Instant> updated = instant(entry.getUpdatedDate());
    Optional<Instant> date = published.or(() -> updated);
    Statement statement =
        Statement.about(named.id(), named.sourceKey())
            .version(named.version())
            .announcement(
                date.map(day -> position.announcement(date, day)).orElse(Announcement.UNSAID))
            .title(text(entry.getTitle()).map(MarkupText::toUnicode).orElse(""))
            .abstractText(description(entry).map(MarkupText::toUnicode).orElse(""))
            .authors(authors(entry))
            .categories(
                entry.getCategories().stream()
                    .map(SyndCategory::getName)
                    .flatMap(name -> text(name).stream())
                    .map(PlainText::oneLine)
                    .toList())
            .published(published)
            .updated(updated);
    text(entry.getLink())
        .filter(link -> link.matches("https?://\\S+"))
        .ifPresent(link -> statement.link("abstract", link));
    return statement;
  }

  private static Optional<String> description(SyndEntry entry) {
    return Stream.concat(
            Optional.ofNullable(entry.getDescription()).stream(), entry.getContents().stream())
        .map(SyndContent::getValue)
        .flatMap(value -> text(value).stream())
        .findFirst();
  }

  /** One element may hold one author or all of them. */
  private static List<RecordedAuthor> authors(SyndEntry entry) {
    List<String> names =
        entry.getAuthors().stream()
            .map(SyndPerson::getName)
            .flatMap(name -> text(name).stream())
            .toList();
    if (names.isEmpty()) {
      return AuthorList.parse(text(entry.getAuthor()).orElse(""));
    }
    return names.size() == 1
        ? AuthorList.parse(names.getFirst())
        : names.stream().map(PersonName::inReadingOrder).map(RecordedAuthor::named).toList();
  }

  /** An item as ROME words it, for dead letters. Its dialect is lost, its content is not. */
  static RawBytes bytes(SyndEntry entry) {
    return RawBytes.of(entry.toString().getBytes(UTF_8));
  }

  private static Optional<Instant> instant(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
  }
}
